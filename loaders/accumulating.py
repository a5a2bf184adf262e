"""Whether a figure is of its period, cumulative or a stock."""

from __future__ import annotations

import re

from cockpit.period import Accumulation
from loaders import reasons
from loaders.claims import Claim
from loaders.sense import Sense
from loaders.timing import Timing

_BASES: dict[str, Accumulation] = {
    "上月=100": "period",
    "上年同月=100": "period",
    "上年同期=100": "ytd",
}

_DONE = re.compile(
    "^已(?:发行|支出|使用|拨付|支付|完成|下达)|^(?:出生|死亡|迁[入出移]|净?增加)(?:人口)?人?数?$"
)
"""What was done up to the end of a month, whatever it is called: 截至8月末, 已支出, 出生人口."""


def accumulation_of(claim: Claim, timing: Timing) -> tuple[Accumulation, tuple[str, ...], bool]:
    """A stock stays one, under 1-10月 too; a flow is what words say, else what is published.

    A flow up to the end of May is cumulative.
    """
    if claim.is_stock:
        return "stock", (), False
    sense, measure, said = claim.sense, claim.measure, _said(claim, timing)
    if timing.time.freq == "A":
        return ("stock" if said == "stock" else "period"), (), False
    if said:
        return said, (), False
    if claim.unit in _BASES:
        return _BASES[claim.unit], (), False
    if measure and measure.transformation == "mom":
        return "period", (), False
    flows = [kind for kind in sense.accumulations if kind != "stock"]
    if len(flows) == 1 and len(sense.accumulations) == 1:
        return ("period" if _is_own_quarter(timing) else flows[0]), (), True
    is_open = timing.time.freq == "M" and not timing.own
    return "period", (reasons.OPEN_ACCUMULATION,) if is_open else (), True


def _said(claim: Claim, timing: Timing) -> Accumulation | None:
    """What words say; up to the end of a month is since the year began, and so is 1-2月."""
    measure, sense = claim.measure, claim.sense
    said = (measure.accumulation if measure else None) or timing.accumulation or sense.accumulation
    ends = said == "stock" and _flows(sense)
    return "ytd" if ends or (said == "period" and timing.is_first_span) else said


def _flows(sense: Sense) -> bool:
    """Whether up to the end of a month means since the year began."""
    if sense.indicator is None:
        return bool(_DONE.search(sense.label))
    return "ytd" in sense.accumulations and "stock" not in sense.accumulations


def _is_own_quarter(timing: Timing) -> bool:
    return timing.own and timing.time.freq == "Q"
