"""Columns beside each other tell whether each is of a month or since the year began."""

from __future__ import annotations

from collections.abc import Sequence, Set

from loaders.facets import Facets
from loaders.heading import Measure, Relative
from loaders.tables.counts import accumulation, is_earlier
from loaders.tables.paths import Piece

_A_YEAR = 12
_PAIR = 2


def since_new_year(columns: list[Facets]) -> list[Facets]:
    """What stands beside the target of a year and its progress is cumulative."""
    counted = {facets.measure.transformation for facets in columns if facets.measure}
    if not counted >= {"target", "progress"} or any(map(_is_dated, columns)):
        return columns
    return [_cumulative(facets) for facets in columns]


def _is_dated(facets: Facets) -> bool:
    """A column says of when it is; 上年同期 and the target of a year say nothing of the others."""
    measure, relative = facets.measure, facets.relative
    if measure and measure.transformation == "target":
        return False
    now = relative is not None and not relative.back
    return bool(facets.time or facets.part or now or (measure and measure.accumulation))


def _cumulative(facets: Facets) -> Facets:
    measure, relative = facets.measure, facets.relative
    of_last_year = relative is not None and relative.back == _A_YEAR and not relative.accumulation
    if (relative and not of_last_year) or (measure and measure.transformation != "level"):
        return facets
    return facets._replace(measure=(measure or Measure("level"))._replace(accumulation="ytd"))


def this_months(columns: list[Facets], paths: Sequence[Sequence[Piece]]) -> list[Facets]:
    """本期发生额 beside 本年累计 is the month alone, where no other column is."""
    counted = {(accumulation(f), is_earlier(f)) for f in columns}
    if ("ytd", False) not in counted or ("period", False) in counted:
        return columns
    pairs = zip(columns, paths, strict=True)
    return [_of_this_month(f) if any("本期" in p.text for p in path) else f for f, path in pairs]


def _of_this_month(facets: Facets) -> Facets:
    relative = facets.relative
    if relative != Relative() or facets.time or facets.part or accumulation(facets):
        return facets
    return facets._replace(relative=relative._replace(accumulation="period"))


def contrasted(columns: list[Facets]) -> list[Facets]:
    """10月 beside 1—10月 is the month alone, and 三季度 beside 前三季度 the quarter."""
    columns = _each_quarter(columns)
    sums = [facets for facets in columns if accumulation(facets) == "ytd"]
    if not sums:
        return columns
    quarters = {_quarter(facets) for facets in sums} - {0}
    return [_of_the_month(_of_the_quarter(facets, quarters)) for facets in columns]


def _each_quarter(columns: list[Facets]) -> list[Facets]:
    """二季度 beside 三季度 is each of them alone."""
    plain = [_is_plain_quarter(facets) for facets in columns]
    if len({facets.part for facets, is_one in zip(columns, plain, strict=True) if is_one}) < _PAIR:
        return columns
    pairs = zip(columns, plain, strict=True)
    return [_unopened(facets) if is_one else facets for facets, is_one in pairs]


def _is_plain_quarter(facets: Facets) -> bool:
    return facets.part is not None and facets.part.freq == "Q" and accumulation(facets) is None


def _unopened(facets: Facets) -> Facets:
    return facets._replace(part=facets.part and facets.part._replace(open=False))


def _quarter(facets: Facets) -> int:
    """The number of the quarter that ends what it names, 0 where it names no quarters."""
    if facets.part:
        return facets.part.number if facets.part.freq == "Q" else 0
    time = facets.time
    return int(time.time_period[-1]) if time and time.freq == "Q" else 0


def _of_the_quarter(facets: Facets, sums: Set[int]) -> Facets:
    part, time = facets.part, facets.time
    if accumulation(facets) is not None or _quarter(facets) not in sums:
        return facets
    if part and part.number > 1:
        return facets._replace(part=part._replace(accumulation="period", open=False))
    if part is None and time and time.open_quarter:
        return facets._replace(time=time._replace(accumulation="period", open_quarter=False))
    return facets


def _of_the_month(facets: Facets) -> Facets:
    if accumulation(facets) is not None:
        return facets
    if facets.part and (facets.part.freq, facets.part.number) == ("Q", 1):
        return facets._replace(part=facets.part._replace(accumulation="ytd"))
    if facets.time and facets.time.time_period.endswith("-Q1"):
        return facets._replace(time=facets.time._replace(accumulation="ytd"))
    if facets.part and facets.part.freq == "M":
        return facets._replace(part=facets.part._replace(accumulation="period"))
    if facets.time and facets.time.freq == "M":
        return facets._replace(time=facets.time._replace(accumulation="period"))
    return facets
