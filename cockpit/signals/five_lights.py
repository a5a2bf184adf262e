"""Five lights of the warning system: 红 过热, 黄 偏热, 绿 正常, 浅蓝 偏冷, 蓝 过冷.

They say how hot the economy runs, by cut-offs that are data; whether a target is reached is told
by other lights (`cockpit.position.TargetLight`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Literal

from cockpit.i18n import current_locale
from cockpit.wording import rounded

Light = Literal["blue", "light_blue", "green", "yellow", "red"]
SCORES: Mapping[Light, int] = {"blue": 1, "light_blue": 2, "green": 3, "yellow": 4, "red": 5}
IDEAL = 3
"""The score of a green light: an index of 100 is green all over."""


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """Four rising values that part the five lights; green holds both of its own."""

    overcold: float
    cold: float
    hot: float
    overheated: float

    def light(self, value: float | None) -> Light | None:
        """The light of a value; a missing one has none."""
        if value is None:
            return None
        if value < self.cold:
            return "blue" if value < self.overcold else "light_blue"
        if value > self.hot:
            return "red" if value > self.overheated else "yellow"
        return "green"

    def turned(self) -> Cutoffs:
        """The same for a value that falls when things run hot, written with its sign turned."""
        return Cutoffs(-self.overheated, -self.hot, -self.cold, -self.overcold)


def own_history(past: Sequence[float]) -> Cutoffs:
    """Cut-offs at the tenth, thirtieth, seventieth and ninetieth percentile of past values."""
    tenths = quantiles(past, n=10, method="inclusive")
    return Cutoffs(tenths[0], tenths[2], tenths[6], tenths[8])


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """What a light is called and looks like, and from which index on it is the whole's."""

    light: Light
    since: float
    label_zh: str
    label_en: str
    mark: str
    """A shape, so that a light is never told by its colour alone."""

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        return self.label_en if current_locale.get() == "en" else self.label_zh


@dataclass(frozen=True, slots=True, kw_only=True)
class Climate:
    """The composite index of some lights; None where fewer than half of them are lit."""

    lights: Mapping[str, Light | None]
    index: float | None
    light: Light | None

    @property
    def missing(self) -> tuple[str, ...]:
        """The components without a light."""
        return tuple(name for name, light in self.lights.items() if light is None)


def climate(lights: Mapping[str, Light | None], zones: Sequence[Zone]) -> Climate:
    """Put lights together: the sum of their scores as a share of green all over, times 100.

    What has no light is left out of both sums. `zones` begin with the lowest.
    """
    lit = [SCORES[light] for light in lights.values() if light is not None]
    if not lit or len(lit) * 2 < len(lights):
        return Climate(lights=lights, index=None, light=None)
    index = sum(lit) / (IDEAL * len(lit)) * 100
    shown = rounded(index, 1)
    reached = [zone for zone in zones if shown >= rounded(zone.since, 1)]
    return Climate(lights=lights, index=index, light=(reached or zones)[-1].light)
