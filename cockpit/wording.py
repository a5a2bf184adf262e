"""How figures, periods and changes are put into words, in official idiom.

Rounding is half up on the decimal text of a value (2.675 is 2.68), never on its binary form,
and a change is worked out from the rounded figures a reader can see.
`locale` None means the locale of the current context.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from cockpit.i18n import current_locale, translate
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Step

NOTHING = "—"
"""What stands where there is no figure."""

_QUARTERS = ("Q1 %(year)s", "Q2 %(year)s", "Q3 %(year)s", "Q4 %(year)s")
_QUARTERS_TO_DATE = ("Q1 %(year)s", "H1 %(year)s", "Q1–Q3 %(year)s", "%(year)s")
_QUARTER_ENDS = ("end of Q1 %(year)s", "end of Q2 %(year)s", "end of Q3 %(year)s")


def rounded(value: float, decimals: int) -> Decimal:
    """Round half up on the value's decimal text."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def number(value: float | None, decimals: int) -> str:
    """Write a figure with fixed decimals and no thousands separators; never `-0.0`."""
    if value is None:
        return NOTHING
    exact = rounded(value, decimals)
    return f"{exact:f}" if exact else f"{abs(exact):f}"


def signed(value: float | None, decimals: int) -> str:
    """Write a figure with its sign: `+3.0`, `-1.2`, and `0.0` without one."""
    text = number(value, decimals)
    return f"+{text}" if value is not None and rounded(value, decimals) > 0 else text


def on_screen(text: str) -> str:
    """Give a written number the minus sign of print (U+2212) for the hyphen of machines."""
    return text.replace("-", "−")


def period_words(
    period: Period, freq: Freq, accumulation: Accumulation, locale: str | None = None
) -> str:
    """Name a span the way releases do: 2023年1—12月, 2023年前三季度, 2023年末, 2024年1—2月."""
    if freq == "A":
        text = "end of %(year)s" if accumulation == "stock" else "%(year)s"
    elif freq == "Q" and (accumulation == "stock" or _has_quarter_name(period)):
        text = _quarter_text(period, accumulation)
    else:
        return _month_words(period, accumulation, locale)
    return _say(locale, text, year=period.year)


def growth_words(
    value: float | None, locale: str | None = None, *, decimals: int = 1, price: bool = False
) -> str:
    """Say a growth rate with its verb: 增长3.0%, 下降3.2%, 持平; prices 上涨."""
    if value is None:
        return NOTHING
    exact = rounded(value, decimals)
    if not exact:
        return _say(locale, "unchanged")
    risen = "risen %(value)s%%" if price else "up %(value)s%%"
    return _say(locale, risen if exact > 0 else "down %(value)s%%", value=f"{abs(exact):f}")


def points_words(difference: float | None, locale: str | None = None, *, decimals: int = 1) -> str:
    """Say the change of a ratio: 提高0.5个百分点, 下降0.2个百分点, 持平."""
    if difference is None:
        return NOTHING
    exact = rounded(difference, decimals)
    if not exact:
        return _say(locale, "unchanged")
    text = "%(points)s pp higher" if exact > 0 else "%(points)s pp lower"
    return _say(locale, text, points=f"{abs(exact):f}")


def change_words(
    now: float | None,
    before: float | None,
    locale: str | None = None,
    *,
    earlier: float | None = None,
    decimals: int = 1,
) -> str:
    """Compare two published growth rates: 加快0.5个百分点, 降幅收窄, 由负转正.

    `earlier` is the rate before `before`: a rise that follows a fall is called 回升.
    """
    if now is None or before is None:
        return NOTHING
    new, old = rounded(now, decimals), rounded(before, decimals)
    text = _change_text(new, old, None if earlier is None else rounded(earlier, decimals))
    previous = growth_words(before, locale, decimals=decimals)
    return _say(locale, text, points=f"{abs(new - old):f}", before=previous)


def sign_words(now: float, base: float, locale: str | None = None, *, decimals: int = 1) -> str:
    """Say what became of a profit whose growth is not defined, its base being zero or a loss.

    −2 to −3 is 增亏50.0%, −2 to −1 减亏50.0%; the percentages are of the loss.
    """
    if base == 0:
        return _say(locale, "zero in the same period last year")
    if now >= 0 > base:
        return _say(locale, "from loss to profit")
    if now < 0 < base:
        return _say(locale, "from profit to loss")
    percent = rounded(abs(now - base) / abs(base) * 100, decimals)
    if not percent:
        return _say(locale, "loss unchanged")
    text = "loss up %(value)s%%" if now < base else "loss down %(value)s%%"
    return _say(locale, text, value=f"{percent:f}")


def step_words(step: Step, locale: str | None = None) -> str:
    """Say what was done to published figures, and which kind of step it is."""
    messages = {
        "frequency": "frequency: %(text)s",
        "unit": "unit: %(text)s",
        "formula": "formula: %(text)s",
    }
    return _say(locale, messages[step.stage], text=step.text)


def _say(locale: str | None, message: str, **values: object) -> str:
    return translate(locale or current_locale.get(), message, **values)


def _has_quarter_name(period: Period) -> bool:
    return period.months == 3 or period.start % 12 == 0


def _quarter_text(period: Period, accumulation: Accumulation) -> str:
    quarter = (period.month - 1) // 3
    if accumulation == "stock":
        return (*_QUARTER_ENDS, "end of %(year)s")[quarter]
    to_date = accumulation == "ytd" or period.months > 3
    return (_QUARTERS_TO_DATE if to_date else _QUARTERS)[quarter]


@cache
def _month_names(locale: str) -> Mapping[int, str]:
    from babel.dates import get_month_names

    return get_month_names("abbreviated", locale=locale)


def _month_words(period: Period, accumulation: Accumulation, locale: str | None) -> str:
    locale = locale or current_locale.get()
    names = _month_names(locale)
    last = names[period.month]
    if accumulation == "stock":
        return _say(locale, "end of %(month)s %(year)s", month=last, year=period.year)
    if period.months == 1:
        return _say(locale, "%(month)s %(year)s", month=last, year=period.year)
    first = names[period.start % 12 + 1].removesuffix("月")
    return _say(locale, "%(first)s–%(last)s %(year)s", first=first, last=last, year=period.year)


def _change_text(new: Decimal, old: Decimal, earlier: Decimal | None) -> str:
    if new == old:
        return "same as before"
    if not new or (new < 0 and not old):
        return "previously %(before)s"
    if new > 0 > old:
        return "from decline to growth"
    if new < 0 < old:
        return "from growth to decline"
    return _same_side_text(new, old, earlier)


def _same_side_text(new: Decimal, old: Decimal, earlier: Decimal | None) -> str:
    if new < 0:
        return (
            "decline wider by %(points)s pp" if new < old else "decline narrower by %(points)s pp"
        )
    if new < old:
        return "slower by %(points)s pp"
    after_a_fall = earlier is not None and old < earlier
    return "recovered by %(points)s pp" if after_a_fall else "faster by %(points)s pp"
