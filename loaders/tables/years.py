"""Columns of a year before beside those of the report's months: whether the year is meant whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from loaders.facets import Facets
from loaders.heading import Relative
from loaders.tables.counts import is_earlier, is_level, is_target

_A_YEAR = 12
_OPEN = Relative(whole_year="open")


def whole_years(columns: Sequence[Facets]) -> list[Facets]:
    """2023年实绩 and 上年实绩 before 今年目标 and 1—9月完成 are of the whole year before.

    2023年 beside 2024年 is the report's months of that year; 2023年 beside 1—9月 is in doubt,
    unless 上年同期 stands there too.
    """
    if not any(map(_is_open, columns)):
        return list(columns)
    found = list(columns)
    for _, group in groupby(range(len(found)), key=lambda number: found[number].names):
        numbers = list(group)
        for counts in (is_level, _is_growth):
            alike = [number for number in numbers if counts(columns[number])]
            for number, facets in zip(alike, _settled([found[n] for n in alike]), strict=True):
                found[number] = facets
    return found


def _settled(columns: Sequence[Facets]) -> Iterator[Facets]:
    has_target = any(map(is_target, columns))
    now = [facets for facets in columns if _is_now(facets)]
    years = [_year_of(facets) for facets in columns if _is_open(facets) and facets.time]
    reached, has_months = False, any(map(_is_same_months, columns))
    for facets in columns:
        reached = reached or _is_now(facets)
        before = has_months or (has_target and not reached)
        if not _is_open(facets):
            yield facets
        elif facets.time is None:
            yield _relative(facets) if before else facets
        elif before or _are_past(years, now):
            yield _whole(facets)
        else:
            yield _year(facets, now, is_last=_year_of(facets) == max(years))


def _is_same_months(facets: Facets) -> bool:
    """上年同期, beside which 上年 and 2023年 are the year."""
    relative = facets.relative
    return relative is not None and relative.back == _A_YEAR and not relative.whole_year


def _are_past(years: Sequence[str], now: Sequence[Facets]) -> bool:
    """2022年 and 2023年 beside 2024年1—9月."""
    dated = [_year_of(facets) for facets in now if facets.time]
    return len(set(years)) > 1 and bool(dated) and max(years) < max(dated)


def _year(facets: Facets, now: Sequence[Facets], *, is_last: bool) -> Facets:
    """A mere year beside columns of the report's own period, or the last of several."""
    said = facets.relative.whole_year if facets.relative else ""
    if is_last and said == "open" and now:
        return _whole(facets)
    if is_last and (said == "maybe" or any(other.part or other.time for other in now)):
        return facets._replace(relative=(facets.relative or _OPEN)._replace(whole_year="open"))
    return facets._replace(relative=None) if said == "open" else facets


def _whole(facets: Facets) -> Facets:
    time = facets.time
    return facets._replace(time=time and time._replace(accumulation="period"), relative=None)


def _relative(facets: Facets) -> Facets:
    relative = facets.relative
    whole = relative and relative._replace(accumulation="period", whole_year="yes")
    return facets._replace(relative=whole)


def _is_open(facets: Facets) -> bool:
    """An amount, or growth, of a year that does not say whether some months of it are meant."""
    relative, time = facets.relative, facets.time
    if facets.part or is_target(facets) or not (is_level(facets) or _is_growth(facets)):
        return False
    if relative and (relative.accumulation or relative.year_end):
        return False
    if time is None:
        return relative is not None and relative.whole_year in ("maybe", "open")
    mere = time.freq == "A" and time.accumulation is None
    return mere and (relative is None or (not relative.back and relative.whole_year != ""))


def _is_now(facets: Facets) -> bool:
    """It is of the report's own months."""
    if is_target(facets) or _is_open(facets):
        return False
    return not (is_earlier(facets) or (facets.time and facets.time.freq == "A"))


def _is_growth(facets: Facets) -> bool:
    return facets.measure is not None and facets.measure.transformation == "yoy"


def _year_of(facets: Facets) -> str:
    return facets.time.time_period[:4] if facets.time else ""
