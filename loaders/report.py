"""What title, sheet name and file name say about all figures of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cockpit.observation import Transformation
from loaders.facets import NOTHING, Facets
from loaders.heading import Measure, Part, Time
from loaders.knowledge import Knowledge
from loaders.noted import unit_in_notes
from loaders.timing import latest, year_of
from loaders.titles import Line, Titles
from loaders.undated import undated

_RATES = re.compile(r"[%％‰、,，;；/\s和或]|个?百分点")
_PRINTED = re.compile(
    r"编印|编制|印发|印制|发布|制表|填报|报送|出版|整理|[月日]\s*(?:编|印|制|报)\s*$"
)
"""A line with the month in which a paper was made."""
_MOST_LINES = 20
"""More lines than this above a table do not come again."""


_TOLD_BY: Mapping[Transformation, frozenset[Transformation]] = {
    "rank": frozenset({"rank"}),
    "yoy": frozenset({"yoy"}),
    "mom": frozenset({"mom"}),
    "share": frozenset({"share", "yoy", "mom"}),
    "contribution": frozenset({"contribution"}),
}
"""Columns that show that what a title says is said of them alone; the % of 亿元、% is theirs."""


class Report(NamedTuple):
    """Facets that hold for a whole table; `time` is the report's own period.

    `part` is that period where its year stands elsewhere: 1—8月 above columns of years; `around`
    are the lines themselves, undated, which tell what a table is about; `beside` is the period of
    columns that name one, where no line does; `is_told` where columns show which figures grow.
    """

    facets: Facets
    time: Time | None
    part: Part | None = None
    around: tuple[str, ...] = ()
    beside: Time | None = None
    is_told: bool = False

    def over(self, columns: Iterable[Facets]) -> Report:
        """The same for a table whose columns say themselves which figures are growth or ranks.

        Where nobody else names a period, the latest one above a column tells that of the others.
        """
        columns = tuple(columns)
        measure = self._told_by(columns)
        about = self._replace(is_told=measure is not None)
        if measure and _counts_amounts_too(measure, self.facets.unit or ""):
            about = about._replace(facets=self.facets._replace(measure=None))
        if about.time or about.part:
            return about
        times = [facets.time for facets in columns if facets.time and facets.time.freq != "A"]
        return about._replace(beside=latest(times))

    def _told_by(self, columns: Sequence[Facets]) -> Measure | None:
        """What the lines say of counting where columns show which figures are counted so."""
        measure = self.facets.measure
        own = {facets.measure.transformation for facets in columns if facets.measure}
        return measure if measure and own & _TOLD_BY.get(measure.transformation, set()) else None


class Reports:
    """Puts together what the lines around a table say."""

    def __init__(self, known: Knowledge, titles: Titles) -> None:
        self._title = titles.title
        self._is_unit = known.lexicon.is_unit
        self._sources = known.sources

    def report(
        self,
        sources: Sequence[Sequence[Line]],
        background: Sequence[Line] = (),
        notes: Sequence[Line] = (),
    ) -> Report:
        """What several sources say, the nearest to the figures first.

        `background` are another sheet's titles, of which only period and region hold here, and
        `notes` tell the unit where no title does.
        """
        behind = self._source(background, None)
        facets = behind.when_and_where() if background else NOTHING
        said: list[Facets] = []
        for lines in reversed(sources):
            within = facets.place.code if facets.place else None
            said.insert(0, self._source(lines, within))
            facets = facets.under(said[0])
        time = _time([*said, behind])
        names = next((source.names for source in said if source.names), ())
        texts = (text for lines in sources for text, _ in reversed(lines))
        around = tuple(dict.fromkeys(map(undated, texts)))
        whole = facets._replace(names=names, time=None, part=None)
        whole = whole if whole.unit else unit_in_notes(notes, self._is_unit).under(whole)
        return Report(whole, time, facets.part, around[::-1])

    def _source(self, lines: Sequence[Line], within: str | None) -> Facets:
        """The lines of one source; the first that says something counts, a unit line the last."""
        if not lines:
            return NOTHING
        if len(lines) > _MOST_LINES:
            return self._lines(lines, within)
        asked = (tuple(lines), within)
        return self._sources.get(asked) or self._sources.keep(asked, self._lines(*asked))

    def _lines(self, lines: Sequence[Line], within: str | None) -> Facets:
        facets, of_printing = NOTHING, False
        for line in reversed(lines):
            said = self._title(*line, within)
            names = said.names or facets.names
            if facets.time and _PRINTED.search(line[0]):
                said = said._replace(time=None)
            time = _finer(said.time, None if of_printing else facets.time) or facets.time
            of_printing = bool(_PRINTED.search(line[0])) if said.time else of_printing
            facets = facets.under(said)._replace(names=names, time=time)
        return facets


def _counts_amounts_too(measure: Measure, unit: str) -> bool:
    """Ranks stand beside what they rank, growth in 亿元、% or in no unit beside amounts."""
    if measure.transformation == "rank" or not unit:
        return True
    return bool(_RATES.sub("", unit))


def _finer(nearer: Time | None, further: Time | None) -> Time | None:
    """2024年 in a title above a line that says 2024年1—5月 is of these months."""
    if nearer is None or further is None or not _is_mere_year(nearer) or further.freq == "A":
        return nearer or further
    return further if year_of(further) == year_of(nearer) else nearer


def _is_mere_year(time: Time) -> bool:
    return time.freq == "A" and time.accumulation is None


def _time(sources: Sequence[Facets]) -> Time | None:
    """The nearest period; a mere year or month is completed by what stands further away."""
    times = [source.time for source in sources if source.time]
    first = next((source for source in sources if source.part or source.time), NOTHING)
    part = next((source.part for source in sources if source.part), None)
    nearest = times[0] if times else None
    if part is not None and nearest is not None and first.time is None:
        return part.within(year_of(nearest))
    # 2024年全年 is the year, whatever month another sheet names.
    if nearest is None or nearest.freq != "A" or nearest.accumulation == "period":
        return nearest
    if part is not None:
        return part.within(year_of(nearest))
    finer = (time for time in times if time.freq != "A" and year_of(time) == year_of(nearest))
    return next(finer, nearest)
