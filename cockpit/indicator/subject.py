"""The declaration of a subject: its indicators, its formulas, and what its standard panel shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.indicator.formula import Formula
from cockpit.observation import Transformation
from cockpit.period import Accumulation
from cockpit.series import Breakdown


@dataclass(frozen=True, slots=True)
class Strand:
    """One series of a chart, and the short name it goes by there: an English message id.

    `accumulation` is the one wanted of monthly figures, year to date unless named.
    """

    name: str
    indicator: str
    accumulation: Accumulation = "ytd"
    breakdown: Breakdown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What one panel compares over time; how it is drawn is the screens' business.

    `name`, an English message id, is whom the sentence above speaks of; the first strand is the
    one it speaks about. `instead` is shown where a place holds no figure of that: a province may
    have yearly summaries where the country has monthly releases.
    """

    name: str
    strands: tuple[Strand, ...]
    transformation: Transformation = "yoy"
    price: bool = False
    instead: Chart | None = None

    @property
    def leading(self) -> Strand:
        """The strand the sentence speaks about."""
        return self.strands[0]

    def choices(self) -> Iterator[Chart]:
        """The chart, and those shown instead, in the order in which they are tried."""
        yield self
        if self.instead:
            yield from self.instead.choices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject of statistics; `name` is an English message id.

    What the indicators mean stands in the catalogue; how those computed from others come about
    stands here. The first chart is the one a wall shows.
    """

    id: str
    name: str
    indicators: tuple[str, ...]
    formulas: tuple[Formula, ...] = ()
    panel: tuple[Chart, ...] = ()


def subjects_by_id(subjects: Sequence[Subject]) -> Mapping[str, Subject]:
    """The subjects by their ids.

    Raises CatalogueFault where two claim one indicator, or a formula belongs to another's.
    """
    owners: dict[str, str] = {}
    for subject in subjects:
        for indicator in subject.indicators:
            if owners.setdefault(indicator, subject.id) != subject.id:
                raise CatalogueFault(f"{indicator} is of {owners[indicator]} and of {subject.id}")
    for subject in subjects:
        for formula in subject.formulas:
            if owners.get(formula.indicator) != subject.id:
                raise CatalogueFault(f"{formula.name} is not of {subject.id}")
    return {subject.id: subject for subject in subjects}


def grouped(catalog: Catalog, subjects: Mapping[str, Subject]) -> Mapping[str, Sequence[str]]:
    """The catalogue's indicators by subject; what no subject claims is with its category."""
    owners = {one: subject.id for subject in subjects.values() for one in subject.indicators}
    neighbours: dict[str, str] = {}
    for indicator, owner in owners.items():
        neighbours.setdefault(catalog.indicators[indicator].category, owner)
    found: dict[str, list[str]] = {name: [] for name in subjects}
    for indicator in catalog.indicators.values():
        owner = owners.get(indicator.id) or neighbours[indicator.category]
        found[owner].append(indicator.id)
    return found
