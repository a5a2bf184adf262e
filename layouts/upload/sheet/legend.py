"""What the colours mean, with how many cells of the sheet there are of each."""

from __future__ import annotations

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from layouts.attributes import attributes
from layouts.upload.sheet.states import State, state_name, why_unread

_COUNTED: tuple[State, ...] = ("certain", "doubt", "missing")


def legend(counts: Mapping[State, int], left_out: Mapping[str, int]) -> Component:
    """A mark, a word and a count for each state, and the way to its next cell in the window."""
    found = {state: counts.get(state, 0) for state in _COUNTED}
    entries = [_entry(state, count) for state, count in found.items()]
    entries += [_entry("unread", sum(left_out.values()), _reasons(left_out)), _entry("says")]
    return html.Ul(entries, className="legend", **attributes(aria_label=_("What the colours mean")))


def _reasons(left_out: Mapping[str, int]) -> str:
    return " · ".join(f"{why_unread(reason)} {count}" for reason, count in left_out.items())


def _entry(state: State, count: int | None = None, why: str = "") -> Component:
    mark = html.Span(className=f"mark {state}", **attributes(aria_hidden="true"))
    parts: list[Component] = [mark, html.Span(state_name(state))]
    parts += [html.Strong(str(count))] if count is not None else []
    parts += [html.Small(why)] if why else []
    if not count:
        return html.Li(parts)
    hint = _("Show the next one")
    return html.Li(html.Button(parts, type="button", title=hint, **attributes(data_next=state)))
