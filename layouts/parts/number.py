"""A number that can be asked where it comes from."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from layouts.attributes import attributes


def number(text: str, trail: str | None, tone: str = "") -> Component:
    """The number as a button that opens its trail; plain text where it has none."""
    if trail is None:
        return html.Span(text, className=f"number {tone}")
    return html.Button(
        text,
        type="button",
        className=f"number {tone}",
        title=_("Where this number comes from"),
        **attributes(data_trail=trail),
    )


def tone(value: float | None) -> str:
    """The class of a rising or falling figure; its sign and arrow say the same."""
    return "" if not value else "up" if value > 0 else "down"


def arrow(value: float | None) -> str:
    """▲ or ▼ beside the sign, for colour never speaks alone."""
    return "" if not value else "▲" if value > 0 else "▼"
