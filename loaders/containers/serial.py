"""Dates as workbooks store them: days since an epoch."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from loaders.containers.styles import is_elapsed_format
from loaders.grid import Value

# Excel's 1900 was a leap year: serial 60 is a 29 February that never was.
_BEFORE_THE_GAP = datetime(1899, 12, 31)  # noqa: DTZ001 - a workbook's dates have no zone
_SINCE_THE_GAP = datetime(1899, 12, 30)  # noqa: DTZ001
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST = 2_958_466


def from_serial(number: float, number_format: str, *, since_1904: bool) -> Value:
    """The date, time or duration that a number so formatted shows; the number where none is."""
    if not -_LAST < number < _LAST:
        return number
    span = timedelta(milliseconds=round(number * 86_400_000))
    if is_elapsed_format(number_format):
        return str(span)
    if 0 <= number < 1:
        return (_SINCE_THE_GAP + span).time() if span < timedelta(days=1) else time()
    if number < 0:
        return number
    if since_1904:
        return _EPOCH_1904 + span
    return (_BEFORE_THE_GAP if number < 60 else _SINCE_THE_GAP) + span
