"""The options that say which series is meant, from where and as known when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import reduce, wraps
from typing import Any, get_args

import click

from cockpit import figures
from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.moment import as_of
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq

Command = Callable[..., None]


def _moment(_context: click.Context, _option: click.Parameter, text: str | None) -> datetime | None:
    return as_of(text)


Area = click.option("--area", default=CHINA, show_default=True, help="Six-digit area code.")
AsOf = click.option(
    "--as-of", "moment", default=None, callback=_moment, help="As known on this date or time."
)
OPTIONS = {
    "accumulation": click.option("--accumulation", type=click.Choice(get_args(Accumulation))),
    "transformation": click.option(
        "--transformation",
        "--as",
        "transformation",
        type=click.Choice(get_args(Transformation)),
        help="What to give: as published, or as worked out from it.",
    ),
    "breakdown": click.option("--breakdown", default="", help="For example sector=2."),
    "unit": click.option("--unit", default=None, help="For example 亿美元."),
    "members": click.option(
        "--members", default="", help="Areas to put it together from: codes, or “below”."
    ),
    "freq": click.option("--freq", type=click.Choice(get_args(Freq))),
}


def selecting(*names: str) -> Callable[[Command], Command]:
    """INDICATOR, its area and the named options, handed to the command as one `Selection`.

    The command is called with the cockpit, the selection, the moment it is to be known as of, and
    by name whatever options are its own.
    """

    def carry(command: Command) -> Command:
        @wraps(command)
        def chosen(cockpit: Cockpit, indicator: str, area: str, **rest: object) -> None:
            asked: dict[str, Any] = {name: rest.pop(name) for name in names}
            moment = rest.pop("moment")
            selection = figures.selection(cockpit.catalog, indicator, area, **asked)
            command(cockpit, selection, moment, **rest)

        options = (click.argument("indicator"), Area, *(OPTIONS[name] for name in names), AsOf)
        return reduce(lambda made, option: option(made), reversed(options), pass_cockpit(chosen))

    return carry
