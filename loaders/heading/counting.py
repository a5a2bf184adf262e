"""The words about counting that a heading holds, taken together: one way of counting."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import cast

from cockpit.observation import Transformation
from cockpit.period import Accumulation
from loaders.heading import kinds
from loaders.heading.kinds import Measure, Since
from loaders.heading.vocabulary import MeasureWord

_STRONGEST_FIRST = (
    "rank",
    "progress",
    "target",
    "contribution",
    "yoy_pp",
    "change",
    "added",
    "yoy",
    "mom",
    "index",
    "rate",
    "growth",
    "amount",
    "over",
    "share",
    "ratio",
    "done",
    "result",
    "level",
)
_GROWING = frozenset({"rate", "growth", "amount", "over"})
_COMPARED = frozenset({"index", "change"})
_SINCE = frozenset({"last", "year_end"})
_LEVELS = frozenset({"result", "index"})
_DOUBTS = {
    "POINTS_SINCE_LAST": kinds.POINTS_SINCE_LAST,
    "OFF_SCHEDULE": kinds.OFF_SCHEDULE,
    "OTHER_REGION": kinds.OTHER_REGION,
    "OF_THE_GROWTH": kinds.OF_THE_GROWTH,
    "A_FALL": kinds.A_FALL,
}


def count(
    words: Sequence[MeasureWord], unit: str, accumulation: Accumulation | None
) -> Measure | None:
    """How figures are counted by these words and the unit beside them; None without words."""
    if _compares_target(words):
        compared = count([w for w in words if w.says != "target"], unit, accumulation)
        return compared and compared._replace(doubt=kinds.OF_A_TARGET)
    word = _strongest(words, unit)
    if word is None:
        return None
    over = next((w.over for w in words if w.over), "")
    if word.says in _GROWING or (word.says == "added" and "%" in unit):
        says = {w.says for w in words}
        measure = _growth(says, over)._replace(amount=_may_be_amount(words))
        measure = measure._replace(doubt=kinds.A_FALL) if _is_a_fall(words) else measure
        measure = measure._replace(mere=says == {"over"} and over == "year" and not unit)
    else:
        measure = _plain(word, over, unit)
    counted = next((w.accumulation for w in words if w.accumulation), None)
    since = cast(Since, over if over in _SINCE else "")
    measure = measure._replace(accumulation=accumulation or counted, since=since)
    if over == "year_end" and unit == "%":
        measure = measure._replace(unit="%", doubt=kinds.SINCE_YEAR_END)
    return _in_amounts(measure.counted_in(unit), unit)


def _is_a_fall(words: Sequence[MeasureWord]) -> bool:
    """下降, and neither 增长（下降） nor 下降（±%）."""
    doubts = {word.doubt for word in words if word.says in ("growth", "amount")}
    return doubts == {"A_FALL"}


def _plain(word: MeasureWord, over: str, unit: str) -> Measure:
    """What the most telling word says where it is none of growth."""
    if word.says == "done":
        return Measure("progress", unit="%") if unit == "%" else Measure("level")
    if word.says == "added":
        return Measure("change", added=not over)
    if word.says in _LEVELS:
        return Measure("level", unit=word.unit)
    if word.says == "ratio":
        return Measure("share", unit=word.unit, bare=True)
    since_last = word.says == "yoy_pp" and over == "last"
    doubt = kinds.POINTS_SINCE_LAST if since_last else _DOUBTS.get(word.doubt, "")
    return Measure(cast(Transformation, word.says), unit=word.unit, doubt=doubt)


def _compares_target(words: Sequence[MeasureWord]) -> bool:
    """为上年% behind 预算数 is said of the budget; 目标 behind 增长 is a target of growth."""
    targets = any(word.says == "target" for word in words) and words[0].says != "target"
    return targets and any(word.over or word.says in _COMPARED for word in words)


def _strongest(words: Sequence[MeasureWord], unit: str) -> MeasureWord | None:
    """The most telling word; 新增额占比重 in % is a share."""
    word = next((w for says in _STRONGEST_FIRST for w in words if w.says == says), None)
    if word is None or word.says != "added" or "%" not in unit:
        return word
    return next((w for w in words if w.says == "share"), word)


def _may_be_amount(words: Sequence[MeasureWord]) -> bool:
    """增减 may be an amount, and so may 比上月 alone; 环比 and 增减比例 are rates."""
    says = {word.says for word in words}
    if "ratio" in says:
        return False
    bare = says == {"over"} and any(word.over == "last" and not word.unit for word in words)
    return bare or "amount" in says


def _in_amounts(measure: Measure, unit: str) -> Measure:
    """Growth is in % unless its own heading counts it in something else."""
    if measure.transformation not in ("yoy", "mom") or not unit or "=" in unit:
        return measure
    if "%" in unit or "‰" in unit or "倍" in unit or "百分" in unit:
        return measure
    return measure.in_amounts(unit, kinds.PERCENT_OR_AMOUNT)


def _growth(says: Set[str], over: str) -> Measure:
    """Growth by what it is compared with; a share that grows does so by percentage points."""
    if "share" in says:
        return Measure("yoy_pp", unit="百分点", bare=not over)
    is_open = "amount" in says and "ratio" not in says
    doubt = kinds.PERCENT_OR_AMOUNT if is_open else ""
    if over == "year_end":
        return _since_year_end(says)
    if over == "years":
        return Measure("yoy", unit="%", doubt=kinds.TWO_YEARS)
    if over == "other":
        return Measure("yoy", unit="%", doubt=kinds.OTHER_YEAR)
    transformation: Transformation = "mom" if over == "last" else "yoy"
    return Measure(transformation, unit="%", bare=not over, doubt=doubt)


def _since_year_end(says: Set[str]) -> Measure:
    """比年初增减 is an amount; 比年初增长 is a growth for which there is no other word."""
    if says & {"rate", "growth"}:
        return Measure("change", unit="%", doubt=kinds.SINCE_YEAR_END)
    return Measure("change")
