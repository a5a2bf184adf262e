"""What the pace at which an indicator is published makes of a period."""

from __future__ import annotations

from cockpit.period import Freq
from loaders import reasons
from loaders.heading import Time
from loaders.timing import Timing, last_month


def of_the_year(timing: Timing) -> Timing:
    """A target is set for the year, whichever month reports on it."""
    year = timing.time.time_period[:4]
    return timing._replace(time=Time("A", year), accumulation="period", is_open=False)


def within_quarters(timing: Timing) -> Timing:
    """What is published by quarter has no figure of a month within one."""
    time = timing.time
    if time.freq != "M" or not time.time_period or last_month(time) % 3 == 0:
        return timing
    return timing.doubted(reasons.ODD_MONTH)


def at_frequency(timing: Timing, freq: Freq | None) -> Timing:
    """A quarterly series in a monthly table stands at the months that end quarters."""
    if freq != "Q" or timing.time.freq != "M":
        return timing
    year, month = timing.time.time_period.split("-")
    if int(month) % 3:
        return timing.doubted(reasons.ODD_MONTH)._replace(belongs=False)
    time = timing.time._replace(freq="Q", time_period=f"{year}-Q{int(month) // 3}")
    return timing._replace(time=time)
