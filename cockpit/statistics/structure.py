"""What a whole is made of, and how much of its growth each part brought.

Pull (拉动) of a part = its increase ÷ the whole a year earlier, in percentage points; rate of
contribution (贡献率) = its increase ÷ the increase of the whole, in per cent. Both are exact at
constant prices and approximations otherwise (国家统计局《中国统计年鉴》国民经济核算).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cockpit.statistics.digits import less, total, trimmed
from cockpit.statistics.growth import LEAST_GROWTH, Estimate, growth, implied_base
from cockpit.wording import rounded

Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakup:
    """Growth of a whole in per cent, and the pull of each part in percentage points.

    `residual` is what the parts leave unexplained; None where a part is missing. It is shown,
    never spread over the parts. `estimate` marks what rests on an approximation.
    """

    growth: float | None
    pulls: Mapping[str, float | None]
    estimate: bool

    @property
    def residual(self) -> float | None:
        """Growth of the whole less the pulls of all parts."""
        known = [pull for pull in self.pulls.values() if pull is not None]
        if self.growth is None or len(known) < len(self.pulls):
            return None
        return less(self.growth, total(trimmed(pull) for pull in known))

    @property
    def rates(self) -> Mapping[str, float | None]:
        """The parts' rates of contribution in per cent; with the residual's share they make 100."""
        return {part: contribution_rate(pull, self.growth) for part, pull in self.pulls.items()}


def share(part: float | None, whole: float | None) -> float | None:
    """A part in per cent of its whole; None where the whole is not positive."""
    if part is None or whole is None or whole <= 0:
        return None
    return trimmed(part / whole * 100)


def contribution_rate(pull: float | None, rate: float | None) -> float | None:
    """A pull in per cent of the growth it is part of; None where that hardly differs from zero."""
    if pull is None or rate is None or abs(rounded(rate, 1)) < LEAST_GROWTH:
        return None
    return trimmed(pull / rate * 100)


def by_levels(now: Figures, base: Figures, whole_now: float, whole_base: float) -> Breakup:
    """From comparable levels of both years: exact at constant prices."""
    pulls = {part: share(_less(value, base.get(part)), whole_base) for part, value in now.items()}
    return Breakup(growth=growth(whole_now, whole_base), pulls=pulls, estimate=False)


def by_shares(shares: Figures, rates: Figures, rate: float | None) -> Breakup:
    """Approximation A: last year's share in per cent × this year's growth of the part."""
    pulls = {part: _weighed(value, rates.get(part)) for part, value in shares.items()}
    return Breakup(growth=rate, pulls=pulls, estimate=True)


def by_bases(now: Figures, rates: Figures, whole: float, rate: float) -> Breakup:
    """Approximation B: bases implied by this year's levels and published growth."""
    base = implied_base(whole, rate)
    pulls = {part: _pull(value, rates.get(part), base) for part, value in now.items()}
    return Breakup(growth=rate, pulls=pulls, estimate=True)


def _pull(value: float | None, rate: float | None, whole: Estimate | None) -> float | None:
    own = implied_base(value, rate)
    return share(_less(value, own.value), whole.value) if own and whole else None


def _less(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else less(value, other)


def _weighed(weight: float | None, rate: float | None) -> float | None:
    return None if weight is None or rate is None else trimmed(weight * rate / 100)
