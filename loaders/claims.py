"""What is counted at a crossing, and how: all of a statement but its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cockpit.catalog import Indicator
from cockpit.observation import Status, Transformation
from loaders import reasons
from loaders.counting import Counting
from loaders.facets import Facets, is_total
from loaders.heading import Measure
from loaders.heading.kinds import OF_ITSELF, OF_THE_GROWTH
from loaders.knowledge import Knowledge
from loaders.matches import Names
from loaders.report import Report
from loaders.sense import Sense
from loaders.stocks import counts_enterprises, is_stock

_CURRENCY = re.compile(r"(人民币|本外币|外币)(?:各项)?(?:信贷|存贷|存款|贷款)")
_GROWTH = re.compile(r"增速|增幅|增长率|增长速度|增长情况")
_LEVELS = re.compile(r"总量|绝对|总额及|完成情况")
_A_PAIR = 2


class Said(NamedTuple):
    """Facets, with a number for what they say, one for when it was, and one for both.

    `alone` is what a row says without those above it, where there are any.
    """

    facets: Facets
    what: int
    when: int
    key: int
    alone: Said | None = None


class Pace(NamedTuple):
    """What bears on the period of a claim: the year that its name brings, a target for the year.

    `quarterly` is published by quarter alone, `apart` for January and for February each.
    """

    year: str
    is_target: bool
    quarterly: bool
    apart: bool


class Claim(NamedTuple):
    """What is counted, and how.

    `is_clear` marks a name and a unit that need no question, `is_free` a claim that would be the
    same whatever lines stood around its table, `is_own` one that is the same whatever rows stood
    above. `base` is the catalogue's unit of what it may be an index of, `hint` the unit that told
    what it is an amount of.
    """

    sense: Sense
    measure: Measure | None
    transformation: Transformation
    unit: str
    status: Status | None
    doubts: tuple[str, ...]
    is_stock: bool
    is_clear: bool
    base: str
    pace: Pace
    is_free: bool
    is_own: bool
    hint: str


Key = tuple[int, int, int, str]
"""What a row says, what a column, what the lines around them, and the unit in the cell."""


class Claims:
    """Puts together what is said of figures; it is the same where the same lines stand around."""

    def __init__(self, known: Knowledge, report: Report) -> None:
        self._senses = known.senses
        self._meanings = known.senses.meanings
        self._knows_unit = known.units.knows
        self._is_amount = known.units.is_amount
        grows = _is_of_growth(report)
        self._counting = Counting(known, report.facets, grows=grows, told=report.is_told)
        self._report = report
        self._in_yuan = _is_in_yuan(report.around)
        whole = report.facets
        how = whole.measure, report.is_told, grows
        said = (whole.names, how, whole.unit, whole.status, self._in_yuan)
        self._table = known.number(said)
        self.lines = known.number((said, report.around))
        """A number for all that the lines around the table say of what is counted."""
        self._remembered = known.claims

    def of(self, row: Said, column: Said, cell_unit: str) -> tuple[Key, Claim, Names]:
        """The claim of a row and a column, and the names above the row that tell nothing of it.

        `cell_unit` is printed beside the figure.
        """
        names = row.facets.names
        if row.alone and not column.facets.names:
            key, claim = self._of(row.alone, column, cell_unit)
            if claim.is_own and self._senses.is_told_alone(names, claim.hint):
                return key, claim, names[:-1]
        return *self._of(row, column, cell_unit), ()

    def _of(self, row: Said, column: Said, cell_unit: str) -> tuple[Key, Claim]:
        key = (row.what, column.what, self._table, cell_unit)
        found = self._remembered.get(key)
        if found is None:
            bound = (row.what, column.what, self.lines, cell_unit)
            found = self._remembered.get(bound)
            if found is not None:
                return bound, found
            found = self._put_together(row.facets, column.facets, cell_unit)
            key = key if found.is_free else bound
            self._remembered.keep(key, found)
        return key, found

    def _put_together(self, row: Facets, column: Facets, cell_unit: str) -> Claim:
        row, column = self._counting.with_money(row, column), self._counting.with_noun(column)
        measure = self._counting.measure(row, column, cell_unit)
        is_level, hint = self._counting.hint(row, column, measure, cell_unit)
        sense = self._sense(row, column, is_level, hint)
        if measure and measure.added:
            sense = self._meanings.newly(sense)
        contributes = measure and measure.doubt == OF_THE_GROWTH
        contribution = self._meanings.contribution(sense) if contributes else None
        if measure and contribution:
            sense = contribution
            measure = measure._replace(transformation="level", doubt="")
        counted = self._counting.of(row, column, measure, sense, cell_unit)
        nameless = () if sense.indicator or sense.label else (reasons.NO_INDICATOR,)
        own = row.doubts + _own_doubts(row)
        doubts = once(nameless, sense.doubts, own, column.doubts, counted.doubts)
        settled = (*counted.settled, OF_THE_GROWTH) if contribution else counted.settled
        if settled:
            doubts = tuple(doubt for doubt in doubts if doubt not in settled)
        name = "".join((*sense.parents, sense.label))
        is_free = self._is_free(row, column, hint)
        return Claim(
            sense=sense,
            measure=counted.measure,
            transformation=counted.transformation,
            unit=counted.unit,
            status=column.status or row.status or sense.status or self._report.facets.status,
            doubts=doubts,
            is_clear=sense.indicator is not None and self._knows_unit(counted.unit),
            is_stock=is_stock(sense, self._report.around)
            or counts_enterprises(name, row.unit or counted.unit),
            base=self._base(sense),
            pace=_pace(sense.year, counted.transformation, self._meanings.indicator(sense)),
            is_free=is_free,
            is_own=is_free and not doubts and _is_own(sense, row.unit or counted.unit),
            hint=hint,
        )

    def _is_free(self, row: Facets, column: Facets, hint: str) -> bool:
        """One side alone names an indicator, whatever lines stand around."""
        if row.names and column.names:
            return False
        return self._senses.are_sure(row.names or column.names, (hint,))

    def _base(self, sense: Sense) -> str:
        """The catalogue's unit of the indicator, or of the title's if it is a part of that."""
        if sense.indicator or not self._report.facets.names:
            return sense.catalogue_unit
        return self._senses.of((), (), self._report.facets.names, (), "").catalogue_unit

    def _sense(self, row: Facets, column: Facets, is_level: bool, hint: str) -> Sense:
        label = column.label if column.names and not row.names else row.label
        sense = self._named(row, column, hint)
        if sense.indicator is None and not (row.names or column.names) and is_total(label):
            whole = self._named(row._replace(names=(label,)), column, hint)
            sense = whole if whole.indicator else sense
        if sense.indicator is None and not (is_level or self._is_amount(row.unit or "")):
            grown = (self._named(row, column, unit) for unit in ("%", "") if unit != hint)
            sense = next((one for one in grown if one.indicator), sense)
        if self._in_yuan and "外币" not in sense.label:
            sense = self._meanings.in_yuan(sense)
        if not label or label == sense.label or sense.label not in label or sense.unit:
            return sense
        return sense._replace(label=label)

    def _named(self, row: Facets, column: Facets, unit: str) -> Sense:
        """A part that does not belong to the indicator in a row above may be the whole table's."""
        title, around = self._report.facets.names, self._report.around
        beside = (*around, row.beside) if row.beside else around
        sense = self._senses.of(row.names, column.names, title, beside, unit)
        if sense.indicator or not row.beside:
            return sense if sense.indicator else self._beyond(row, column, unit) or sense
        apart = self._senses.of(row.names, column.names, title, around, unit)
        return apart._replace(doubts=sense.doubts) if apart.indicator else sense

    def _beyond(self, row: Facets, column: Facets, unit: str) -> Sense | None:
        """出口 below 地区生产总值, whose figures may merely lack: no part of it, and in doubt."""
        if len(row.names) < _A_PAIR or not self._senses.are_sure(row.names[-2:-1], ("",)):
            return None
        title, around = self._report.facets.names, self._report.around
        sense = self._senses.of(row.names[-1:], column.names, title, around, unit)
        doubts = once(sense.doubts, (reasons.PART_OF_NOTHING,))
        return sense._replace(doubts=doubts) if sense.indicator else None


def _own_doubts(row: Facets) -> tuple[str, ...]:
    """高于全省（百分点） beside a row is asked about as it is above a column."""
    doubt = row.measure.doubt if row.measure else ""
    return (doubt,) if doubt in OF_ITSELF else ()


def _is_own(sense: Sense, unit: str) -> bool:
    """Neither a title nor names above it, say 企业, tell what is meant."""
    is_plain = not sense.parents and bool(sense.accumulations)
    return is_plain and not counts_enterprises(f"企业{sense.label}", unit)


def _pace(year: str, transformation: Transformation, indicator: Indicator | None) -> Pace:
    return Pace(
        year=year,
        is_target=transformation == "target",
        quarterly=indicator is not None and indicator.freq == ("Q",),
        apart=indicator is not None and not indicator.merged_january,
    )


def once(*several: tuple[str, ...]) -> tuple[str, ...]:
    """Reasons of several kinds, each of them once."""
    if not any(several):
        return ()
    return tuple(dict.fromkeys(reason for some in several for reason in some))


def _is_of_growth(report: Report) -> bool:
    """Whether everything is counted in %, below a line that speaks of growth: 指标增速, 单位：%."""
    lines = [line for line in report.around if _GROWTH.search(line)]
    return report.facets.unit in ("%", "％", "百分比") and any(
        not _LEVELS.search(line) for line in lines
    )


def _is_in_yuan(lines: Sequence[str]) -> bool:
    """Whether the nearest line that names a currency of balances names the yuan."""
    named = (found[1] for line in reversed(lines) if (found := _CURRENCY.search(line)))
    return next(named, "") == "人民币"
