"""Areas side by side at the latest period that most of them share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.freshness import Freshness
from cockpit.i18n import gettext as _
from cockpit.ranking import Rank, ranks
from cockpit.series import Selection
from layouts.explore.address import Exploration
from layouts.explore.league import League, league
from layouts.explore.regions import peers
from layouts.wall.amounts import Scale, scale
from layouts.wall.elements import shared
from layouts.wall.findings import when
from layouts.wall.view import View

DECIMALS = 2
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Compared:
    """A league with the places of its areas, now and a year before."""

    league: League
    places: dict[str, Rank]
    before: dict[str, Rank]

    @property
    def scale(self) -> Scale | None:
        """The unit all figures are written in; None where there are none."""
        if not self.league.ranked:
            return None
        return scale(self.league.ranked[0][0], [p.value or 0.0 for _line, p in self.league.ranked])

    @property
    def when(self) -> str:
        """The common period in words."""
        key = self.league.ranked[0][0].key if self.league.ranked else None
        return when(key, self.league.period) if key and self.league.period else ""


def beside(view: View) -> list[str]:
    """The areas that the place is compared with, itself among them."""
    return peers(view.catalog, view.area)


def compare(view: View, selection: Selection, areas: Sequence[str]) -> Compared:
    """The areas ranked by the catalogue's good direction, and as they stood a year earlier."""
    across = view.across(selection, areas)
    found = league(across, areas, Exploration(indicator=selection.indicator, areas=()))
    way = view.catalog.indicators[selection.indicator].direction
    now = {line.area: point.value for line, point in found.ranked}
    then = {
        line.area: point.value
        for line, _point in found.ranked
        if found.period and (point := line.series.at(found.period.shift(-_YEAR)))
    }
    earlier = ranks(then, DECIMALS, way) if then.keys() == now.keys() else {}
    return Compared(found, ranks(now, DECIMALS, way), earlier)


def fresh(view: View, selection: Selection, found: Compared) -> Freshness:
    """How late the common period is."""
    line = found.league.ranked[0][0] if found.league.ranked else None
    freq = line.key.freq if line and line.key else selection.freq
    return view.fresh_at(selection, freq, found.league.period, line.area if line else "")


def measure(view: View, found: Compared, *, moved: bool = False) -> str:
    """Measure · unit, how many areas have no figure, and since when places have moved."""
    unit = found.scale
    if unit is None or unit.line.key is None:
        return ""
    missing, withheld = len(found.league.missing), len(found.league.withheld)
    more = [_("%(count)s missing", count=missing)] if missing else []
    more += [_("%(count)s suppressed", count=withheld)] if withheld else []
    key, period = unit.line.key, found.league.period
    if moved and period:
        more += [_("places against %(when)s", when=when(key, period.shift(-_YEAR)))]
    return " · ".join([shared.spoken(key, unit.unit(view)), *more])
