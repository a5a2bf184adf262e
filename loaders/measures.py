"""Column headings that say how an indicator is counted, not which indicator it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from cockpit.observation import Transformation
from cockpit.period import Accumulation


@dataclass(frozen=True, slots=True)
class Measure:
    """How a figure is counted; None where the heading leaves it open."""

    transformation: Transformation
    accumulation: Accumulation | None = None
    unit: str = ""


_PERCENT = r"(?:\(?(?:%|百分比)\)?)?"
_FORMS: tuple[tuple[str, Measure], ...] = (
    (r"绝对[量额值数]|数值|总量|实绩|合计值|完成[额值数]?", Measure("level")),
    (r"本月|当月|本期|本季|当季|本年", Measure("level", "period")),
    (r"(?:本年|自年初)?累计(?:[值数额量])?", Measure("level", "ytd")),
    (r"(?:1-\d{1,2}月)?平均", Measure("level", "ytd")),
    (r"期末(?:[值数]|余额)?|月末(?:数|余额)?", Measure("level", "stock")),
    (
        rf"(?:本年|自年初)?累计(?:同比)?(?:增长|增速|增幅|增减|±){_PERCENT}",
        Measure("yoy", "ytd", "%"),
    ),
    (rf"(?:当月|本月)同?比?(?:增长|增速|增幅){_PERCENT}", Measure("yoy", "period", "%")),
    (
        rf"(?:比|较)?(?:上年|去年)?(?:同期|同月|同比)?(?:实际|名义)?"
        rf"(?:增长(?:率|速度)?|增速|增幅|增减|±){_PERCENT}",
        Measure("yoy", None, "%"),
    ),
    (rf"同比{_PERCENT}", Measure("yoy", None, "%")),
    (
        rf"(?:比|较)上[月季期](?:增长|增减|±){_PERCENT}|环比(?:增长|增速)?{_PERCENT}",
        Measure("mom", None, "%"),
    ),
    (
        rf"占(?:比|.{{1,8}}比重){_PERCENT}|比重{_PERCENT}|构成{_PERCENT}",
        Measure("share", None, "%"),
    ),
    (
        rf"(?:完成|占)(?:年度|全年)?(?:目标|计划|预算)(?:任务)?的?{_PERCENT}|完成[率进度]+{_PERCENT}",
        Measure("progress", None, "%"),
    ),
    (r"(?:年度|全年)?(?:目标|计划|预算)[值数]?", Measure("target")),
    (r"(?:增速|增幅)?(?:位次|排名|名次|排位)", Measure("rank", None, "位")),
    (r"(?:同比)?增[减加][额量]", Measure("change")),
)


def read_measure(text: str) -> Measure | None:
    """The way of counting that a heading names and nothing else, or None."""
    bare = re.sub(r"[—–~～至]", "-", "".join(normalize("NFKC", text).split())).replace("(%)", "%")
    for pattern, measure in _FORMS:
        if re.fullmatch(pattern, bare):
            return measure
    return None


def is_measure(text: str) -> bool:
    """Whether a heading names a way of counting and nothing else."""
    return read_measure(text) is not None
