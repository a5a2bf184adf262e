"""Figures far from their own past: asked about, never dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cockpit.errors import ArithmeticRefused
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import Series
from cockpit.wording import number, period_words

NORMAL = 0.6745
"""It makes the median deviation of a normal sample its standard deviation."""
LIMIT = 3.5
WINDOW = 60
LEAST = 8
USUAL = (-60.0, 200.0)
"""Where half of the past is one value, a rate is asked about only outside of this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A figure against those of the window that ends with it; `z` None where they do not vary."""

    period: Period
    value: float
    middle: float
    z: float | None
    words: str


def robust_z(values: Sequence[float], value: float) -> tuple[float, float | None]:
    """The median of the values, and how many deviations from it one value is.

    The deviation is the median one (MAD); None where that is nothing.
    """
    middle = median(values)
    deviation = median(abs(one - middle) for one in values)
    return middle, NORMAL * (value - middle) / deviation if deviation else None


def outliers(series: Series, window: int = WINDOW) -> tuple[Deviation, ...]:
    """The figures of a rate or index that a person should look at again, newest first.

    Each is judged among the `window` figures that end with it, and not at all where they are
    fewer than eight. Raises ArithmeticRefused for amounts, whose trend and season are no error.
    """
    if series.unit != "%" and not series.unit.endswith("=100"):
        raise ArithmeticRefused(
            _("Amounts have trend and season; ask about outliers of their growth.")
        )
    held = [(p.period, p.value) for p in series.points if p.value is not None]
    found = []
    for at in range(LEAST, len(held) + 1):
        period, value = held[at - 1]
        past = [one for _span, one in held[max(at - window, 0) : at]]
        middle, z = robust_z(past, value)
        far = abs(z) > LIMIT if z is not None else not USUAL[0] <= value <= USUAL[1]
        if far:
            words = _words(series, period, value, middle)
            found.append(Deviation(period=period, value=value, middle=middle, z=z, words=words))
    return tuple(reversed(found))


def _words(series: Series, period: Period, value: float, middle: float) -> str:
    when = period_words(period, series.key.freq, series.key.accumulation) if series.key else ""
    return _(
        "%(when)s: %(value)s is far from the usual %(middle)s. Is it right, and why is it so?",
        when=when,
        value=number(value, 1),
        middle=number(middle, 1),
    )
