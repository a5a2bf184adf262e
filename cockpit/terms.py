"""Words from outside that must be one of a fixed vocabulary."""

from __future__ import annotations

from typing import cast, get_args

from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period


def accumulation(text: str) -> Accumulation:
    """One of `period`, `ytd`, `stock`; raises NotInCatalogue naming them."""
    return cast(Accumulation, one_of("accumulation", text, get_args(Accumulation)))


def transformation(text: str) -> Transformation:
    """`level`, `yoy`, … as in the record; raises NotInCatalogue naming them."""
    return cast(Transformation, one_of("transformation", text, get_args(Transformation)))


def freq(text: str) -> Freq:
    """One of `M`, `Q`, `A`; raises NotInCatalogue naming them."""
    return cast(Freq, one_of("freq", text, get_args(Freq)))


def freq_of(time_period: str) -> Freq:
    """The frequency a TIME_PERIOD is written in; raises NotInCatalogue where it is none."""
    for known in get_args(Freq):
        try:
            Period.parse(known, time_period)
        except ValueError:
            continue
        return known
    raise NotInCatalogue(
        _("%(text)s is not a period; write 2024, 2024-Q3 or 2024-10.", text=time_period)
    )


def one_of(name: str, text: str, allowed: tuple[str, ...]) -> str:
    """The text, where it is among the allowed; raises NotInCatalogue naming them otherwise."""
    if text not in allowed:
        raise NotInCatalogue(
            _(
                "%(name)s is %(value)s; expected one of: %(allowed)s.",
                name=name,
                value=text,
                allowed=", ".join(allowed),
            )
        )
    return text
