"""A row or column of periods, read together: neighbours settle what one text leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from loaders.heading.kinds import Time

Doubt = Literal["settled", "open"]


class Moment(NamedTuple):
    """A period on an axis; `doubt` says whether a text with two meanings was settled."""

    time: Time
    text: str
    doubt: Doubt | None = None


def read_axis(texts: Sequence[str], times: Sequence[Time | None]) -> list[Moment | None]:
    """Moments of an axis, each None where the text is no period."""
    spans = _spans_are_quarters(times)
    moments: list[Moment | None] = []
    for place, (text, time) in enumerate(zip(texts, times, strict=True)):
        if time is None:
            moments.append(None)
        elif time.open_month:
            moments.append(_settled(text, time, _around(times, place)))
        else:
            moments.append(Moment(_as_quarter(time) if spans and time.open_span else time, text))
    return moments


def _spans_are_quarters(times: Sequence[Time | None]) -> bool:
    """Beside `4-6`, `7-9` or `10-12`, the span `1-3` is a first quarter."""
    return any(time and time.freq == "Q" for time in times)


def _as_quarter(time: Time) -> Time:
    return Time("Q", f"{time.time_period[:4]}-Q1")


def _around(times: Sequence[Time | None], place: int) -> list[Time]:
    near = [times[i] for i in (place - 1, place + 1) if 0 <= i < len(times)]
    return [time for time in near if time is not None and not time.open_month]


def _settled(text: str, january: Time, near: Sequence[Time]) -> Moment:
    """October where a neighbour is September or November, January where it is next to those."""
    october = january._replace(time_period=f"{january.time_period[:4]}-10")
    votes = {time: sum(_adjoin(time, other) for other in near) for time in (january, october)}
    best = october if votes[october] > votes[january] else january
    doubt: Doubt = "open" if votes[october] == votes[january] else "settled"
    return Moment(best._replace(open_month=False), text, doubt)


def _adjoin(time: Time, other: Time) -> bool:
    return other.freq == "M" and abs(_count(time) - _count(other)) == 1


def _count(time: Time) -> int:
    year, month = time.time_period.split("-")
    return int(year) * 12 + int(month)
