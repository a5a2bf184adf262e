"""A choice on the page becomes its address; the page itself is made from the address alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State, no_update

from layouts.explore.address import Exploration, href, parse
from layouts.explore.estimate import register_estimate
from layouts.explore.take_away import register_downloads
from layouts.services import Services


def register(app: Dash, services: Services) -> None:
    """Wire choices to the address and the buttons to their files."""
    register_downloads(app, services)
    register_estimate(app, services)

    @app.callback(
        Output("explore-address", "href"),
        Input("explore-indicator", "value", allow_optional=True),
        Input("explore-areas", "value", allow_optional=True),
        Input("explore-breakdown", "value", allow_optional=True),
        Input("explore-since", "value", allow_optional=True),
        Input("explore-until", "value", allow_optional=True),
        Input("explore-as-of", "date", allow_optional=True),
        State("explore-address", "href"),
        prevent_initial_call=True,
    )
    def choose(
        indicator: str | None,
        areas: list[str] | str | None,
        breakdown: str | None,
        since: str | None,
        until: str | None,
        as_of: str | None,
        here: str,
    ) -> Any:  # noqa: ANN401
        shown = parse(here, services.home_area)
        wanted = replace(
            other(shown, indicator or shown.indicator),
            areas=((areas,) if isinstance(areas, str) else tuple(areas or shown.areas)),
            as_of=as_of,
            meeting=shown.meeting if as_of == shown.as_of else None,
        )
        if shown.indicator:
            wanted = replace(wanted, since=since, until=until)
        if wanted.indicator == shown.indicator:
            wanted = replace(wanted, breakdown=pairs(breakdown or ""))
        return no_update if wanted == replace(shown, unread=()) else href(wanted)


def other(shown: Exploration, indicator: str | None) -> Exploration:
    """The same place and time for another indicator, whose measures are its own."""
    if indicator == shown.indicator:
        return replace(shown, unread=())
    return Exploration(
        indicator=indicator,
        areas=shown.areas,
        since=shown.since,
        until=shown.until,
        view=shown.view,
        as_of=shown.as_of,
        meeting=shown.meeting,
    )


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The parts of a breakdown as the address writes them."""
    parts = (part.partition("=") for part in text.split(";") if part)
    return tuple((name, code) for name, _sign, code in parts)
