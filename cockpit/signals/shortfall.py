"""短板: figures that fall behind, by rules that are data and are said beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from cockpit.wording import rounded

if TYPE_CHECKING:
    from cockpit.catalog.indicator import Direction
    from cockpit.position.pace import TargetLight
    from cockpit.ranking import Rank

ShortfallRule = Literal["falling", "behind_target", "below_superior", "last_places"]
DECIMALS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A rule by which figures fall behind, and from where on it holds.

    `limit` is a growth rate for `falling`, percentage points for `below_superior`, per cent of all
    places for `last_places`, and 0 for `behind_target`, which goes by the target's own light.
    """

    rule: ShortfallRule
    limit: float
    since: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How a figure stands, each None where it is not known or does not apply."""

    direction: Direction
    growth: float | None = None
    target: TargetLight | None = None
    gap: float | None = None
    """To the level above, in percentage points."""
    rank: Rank | None = None

    @property
    def judged(self) -> bool:
        """Whether any rule has something to go by."""
        return any(one is not None for one in (self.growth, self.target, self.gap, self.rank))


def shortfalls(stand: Stand, rules: Sequence[Shortfall]) -> tuple[ShortfallRule, ...]:
    """The rules by which a figure falls behind, in their order; what is not known is no reason."""
    return tuple(one.rule for one in rules if _HOLDS[one.rule](stand, one.limit))


def _falling(stand: Stand, limit: float) -> bool:
    growth = None if stand.growth is None else rounded(stand.growth, DECIMALS)
    return stand.direction == "up" and growth is not None and growth < rounded(limit, DECIMALS)


def _behind_target(stand: Stand, _limit: float) -> bool:
    return stand.target == "behind"


def _below_superior(stand: Stand, limit: float) -> bool:
    if stand.gap is None or stand.direction == "neutral":
        return False
    short = -stand.gap if stand.direction == "up" else stand.gap
    return rounded(short, DECIMALS) > rounded(limit, DECIMALS)


def _last_places(stand: Stand, limit: float) -> bool:
    rank = stand.rank
    if rank is None or rank.place is None or stand.direction == "neutral":
        return False
    return rank.place > rank.of * (1 - limit / 100)


_HOLDS: Mapping[ShortfallRule, Callable[[Stand, float], bool]] = {
    "falling": _falling,
    "behind_target": _behind_target,
    "below_superior": _below_superior,
    "last_places": _last_places,
}
