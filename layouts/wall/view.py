"""What the wall reads for one place on one day, each series once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cockpit.alarm.office import Told
from cockpit.catalog import Catalog
from cockpit.errors import ArithmeticRefused
from cockpit.freshness import Ages, Freshness
from cockpit.indicator import Calculator
from cockpit.period import Period
from cockpit.position import Targets
from cockpit.series import Selection, Series
from cockpit.signals.rules import Rules
from layouts.explore.reading import Line
from layouts.explore.reading import line as read_line
from layouts.wall.lands import Lands


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A place, a day, the calculator through which its figures come, its maps and yardsticks."""

    catalog: Catalog
    calculator: Calculator
    area: str
    today: date
    targets: Targets
    rules: Rules
    lands: Lands
    alarms: Sequence[Told] = ()
    ages: Ages | None = None
    visitor: bool = False
    """Whether only what has been released is shown; whatever leads elsewhere is left out."""

    def line(self, selection: Selection) -> Line:
        """A series of the place; empty where nothing is held or arithmetic is refused."""
        return read_line(self.calculator, selection.of(self.area))

    def across(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        """The same series of many areas; empty where arithmetic is refused."""
        try:
            return self.calculator.across(selection, areas)
        except ArithmeticRefused:
            return {}

    def alarm(self, *selections: Selection) -> Told | None:
        """The alarm that the latest figure of some series of the place stands under, if any."""
        asked = {(one.indicator, one.breakdown) for one in selections}
        for told in self.alarms:
            own = told.alarm.selection
            about = own.area == self.area and (own.indicator, own.breakdown) in asked
            if about and told.concerns(None):
                return told
        return None

    def computed(self, line: Line) -> bool:
        """Whether a line's latest rate was worked out from two levels instead of published."""
        latest, key = line.series.latest, line.key
        if latest is None or key is None or key.transformation != "yoy":
            return False
        rule = self.catalog.indicators[key.indicator].growth_may_be_computed
        return rule and latest.observation is None

    def fresh(self, selection: Selection, line: Line) -> Freshness:
        """How late a line is, by the release calendar of what was asked for."""
        latest = line.series.withheld or line.series.latest
        freq = line.key.freq if line.key else selection.freq
        return self.fresh_at(selection, freq, latest.period if latest else None)

    def missing(self) -> Freshness:
        """The age of what is not there."""
        return Freshness("missing")

    def fresh_at(
        self, selection: Selection, freq: str | None, latest: Period | None, area: str = ""
    ) -> Freshness:
        """How late a series, of the place or of another area, is whose last figure is of a span."""
        entry = self.catalog.indicators[selection.indicator]
        ages = self.ages or Ages(self.today)
        return ages.of(entry, area or self.area, freq or entry.freq[0], latest)
