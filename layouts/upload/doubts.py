"""What the reader was not certain of, in sentences a person can say yes or no to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.observation import Observation
from layouts.upload.sheet.ways import way_to

_CELLS = 4

Place = tuple[str, str]
"""Sheet and cell."""


def doubts(observations: Iterable[Observation], batch: int) -> list[Component]:
    """One line a reason with the cells it is about; nothing where all was certain."""
    cells: dict[str, list[Place]] = defaultdict(list)
    for one in observations:
        for reason in why(one):
            cells[reason].append((one.sheet, one.cell))
    if not cells:
        return []
    lines = [html.Li(_line(reason, held, batch)) for reason, held in cells.items()]
    return [html.H3(_("To be confirmed")), html.Ul(lines, className="issues")]


def why(observation: Observation) -> list[str]:
    """The reasons to look at one figure, in the reader's language."""
    if not observation.needs_review:
        return []
    return [_(reason) for reason in observation.reasons] or [_("please confirm")]


def _line(reason: str, cells: Sequence[Place], batch: int) -> list[Component]:
    ways = [way_to(batch, *place, "!".join(filter(None, place))) for place in cells[:_CELLS]]
    return [
        html.Span(_("figures: %(count)s", count=len(cells)), className="tag tag-warning"),
        html.Span(reason, className="what"),
        *ways,
        *([html.Span("…")] if len(cells) > _CELLS else []),
    ]
