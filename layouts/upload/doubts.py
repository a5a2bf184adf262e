"""What the reader was not certain of, in sentences a person can say yes or no to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.observation import Observation

_CELLS = 4


def doubts(observations: Iterable[Observation]) -> list[Component]:
    """One line a reason with the cells it is about; nothing where all was certain."""
    cells: dict[str, list[str]] = defaultdict(list)
    for one in observations:
        for reason in why(one):
            cells[reason].append("!".join(part for part in (one.sheet, one.cell) if part))
    if not cells:
        return []
    lines = [html.Li(_line(reason, held)) for reason, held in cells.items()]
    return [html.H3(_("To be confirmed")), html.Ul(lines, className="issues")]


def why(observation: Observation) -> list[str]:
    """The reasons to look at one figure, in the reader's language."""
    if not observation.needs_review:
        return []
    return [_(reason) for reason in observation.reasons] or [_("please confirm")]


def _line(reason: str, cells: Sequence[str]) -> list[Component]:
    shown = " ".join(cells[:_CELLS]) + (" …" if len(cells) > _CELLS else "")
    return [
        html.Span(_("figures: %(count)s", count=len(cells)), className="tag tag-warning"),
        html.Span(reason, className="what"),
        html.Span(shown, className="beside"),
    ]
