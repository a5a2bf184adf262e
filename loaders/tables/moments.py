"""Periods down a column or along a header: neighbours settle what one leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cockpit.period import Freq
from loaders.facets import NOTHING, Facets, facets_of, is_total
from loaders.grid import Cell
from loaders.heading import Heading, Part, Relative, Time
from loaders.heading.axis import Moment, read_axis
from loaders.heading.cells import cell_period, day_period
from loaders.tables.key import Key
from loaders.tables.naming import Read
from loaders.timing import latest

_SEVERAL = 2
_MONTHS = 12
_MONTHS_OF: dict[Freq, int] = {"M": 1, "Q": 3, "A": 12}
_BLANK = Heading()
_PART_OF_YEAR = re.compile(r"\d{1,2}")


def times_of(key: Key, months: Key | None, read: Read) -> list[Facets]:
    """Facets of a column of periods; with the months in a column of their own, if so."""
    headings = _with_months(key, months, read) if months else _headings(key, read)
    headings = list(_with_sums(headings))
    times = single_quarters(settled(key.texts, [heading.time for heading in headings]))
    known: dict[object, Facets] = {}
    found: list[Facets] = []
    year: Time | None = None
    lines = _years_between(key, read)
    rows = zip(key.rows, key.ats, headings, times, key.texts, strict=True)
    for row, at, heading, time, text in rows:
        year = lines.get(row, year)
        moment = (text, time, at, heading.part, year if heading.part else None)
        said = known.get(moment) if text else NOTHING
        if said is None:
            bare = heading._replace(time=time, name="", label="")
            said = known[moment] = _carried(facets_of(bare, at), year)
        found.append(_of_the_latest(said, found) if _is_undated_growth(said) else said)
        year = time if time and not heading.part else year
    return found


def _years_between(key: Key, read: Read) -> Mapping[int, Time]:
    """Years on lines of their own, whose months follow."""
    said = {row: read(key.kinds.sheet.cell(row, key.column).raw).time for row in key.table.sections}
    return {row: time for row, time in said.items() if time and time.freq == "A"}


def _carried(facets: Facets, last: Time | None) -> Facets:
    """`2024年1月`, then `2月`: the months that follow lie in the year named above them."""
    if facets.part is None or facets.time is not None or last is None:
        return facets
    return facets._replace(time=facets.part.within(int(last.time_period[:4])), part=None)


def _is_undated_growth(facets: Facets) -> bool:
    """同比 below 2023年 and 2024年 is that of the later one."""
    grows = facets.measure is not None and facets.measure.transformation == "yoy"
    return grows and not facets.says_when


def _of_the_latest(growth: Facets, above: Sequence[Facets]) -> Facets:
    dated = [facets for facets in above if facets.time]
    time = latest([facets.time for facets in dated if facets.time])
    said = next((facets for facets in dated if facets.time == time), NOTHING)
    at = tuple(entry for entry in said.evidence if entry[0] == "time_period")
    return growth._replace(time=time, evidence=growth.evidence + at)


def _with_sums(headings: Sequence[Heading]) -> Iterator[Heading]:
    """累计 below January to March is these months together."""
    run: list[tuple[Freq, int]] = []
    for heading in headings:
        if heading != _BLANK and not _is_sum(heading, len(run)):
            run = _continued(run, heading)
        elif heading != _BLANK and len(run) >= _SEVERAL and run[0][1] == 1:
            heading = Heading(part=Part(*run[-1], "ytd"))
        yield heading


def _is_sum(heading: Heading, months: int) -> bool:
    """累计, or the 合计 of a year that is not over."""
    if heading.time or heading.part or heading.measure:
        return False
    if heading.name:
        return is_total(heading.name) and months < _MONTHS
    return heading.relative == Relative(0, "ytd")


def _continued(run: list[tuple[Freq, int]], heading: Heading) -> list[tuple[Freq, int]]:
    """The months since January, or since the first one, one after the other.

    1-2月 begins as two months do; 一季度 below 3月 and 上半年 below 6月 are sums of them.
    """
    when = heading.time or heading.part
    if when is None or when.freq == "A":
        return []
    number = _number(when)
    if run and run[-1] == ("M", number * _MONTHS_OF[when.freq]) and _is_long(when):
        return run
    if when.accumulation == "ytd":
        return [("M", 1), ("M", 2)] if (when.freq, number) == ("M", 2) else []
    follows = bool(run) and run[-1] == (when.freq, number - 1)
    return [*run, (when.freq, number)] if follows else [(when.freq, number)]


def _is_long(when: Time | Part) -> bool:
    return when.freq == "Q" or when.accumulation == "ytd"


def _number(when: Time | Part) -> int:
    return when.number if isinstance(when, Part) else int(when.time_period[5:].lstrip("Q"))


def _headings(key: Key, read: Read) -> list[Heading]:
    return [
        _cell_heading(cell, text, read) for cell, text in zip(key.cells, key.texts, strict=True)
    ]


def _cell_heading(cell: Cell, text: str, read: Read) -> Heading:
    if not text:
        return Heading()
    if isinstance(cell.value, date):
        return dated_heading(cell)
    heading = read(text)
    if heading.time or heading.part:
        return heading
    time = day_period(text)
    return Heading(time=time) if time else read(cell.raw)


def dated_heading(cell: Cell) -> Heading:
    """A date where a heading belongs stands for its month or its year."""
    period = cell_period(cell)
    if isinstance(period, Part):
        return Heading(part=period)
    return Heading(time=period)


def _with_months(year: Key, month: Key, read: Read) -> list[Heading]:
    pairs = zip(year.texts, month.texts, strict=True)
    texts = [f"{y}-{int(m):02d}" if _PART_OF_YEAR.fullmatch(m) else f"{y}{m}" for y, m in pairs]
    return [read(text) for text in texts]


def settled(texts: Sequence[str], times: Sequence[Time | None]) -> list[Time | None]:
    """Times in which `2016.1` between September and November is October."""
    return [_time_of(moment) if moment else None for moment in read_axis(texts, times)]


def _time_of(moment: Moment) -> Time:
    return moment.time._replace(open_month=moment.doubt == "open")


def single_quarters(times: Sequence[Time | None]) -> list[Time | None]:
    """A third quarter beside a fourth or a second is that quarter alone."""
    plain = {time.time_period[-2:] for time in times if time and _is_plain_quarter(time)}
    if len(plain) < _SEVERAL:
        return list(times)
    return [_single(time) if time and _is_plain_quarter(time) else time for time in times]


def _is_plain_quarter(time: Time) -> bool:
    return time.freq == "Q" and time.accumulation is None


def _single(time: Time) -> Time:
    return time._replace(open_quarter=False)
