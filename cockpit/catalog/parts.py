"""Parts under their whole: 税收收入 under 一般公共预算收入, 工业 under 全社会用电量."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from cockpit.catalog.codes import INDUSTRIAL_SECTIONS
from cockpit.catalog.indicator import Indicator
from cockpit.catalog.labels import Alias, LabelMatch, Labels, Measures
from cockpit.catalog.names import CodeNames
from cockpit.catalog.part_lists import ANYWHERE, Key, PartLists
from cockpit.catalog.spellings import canonical, spellings

_REMEMBERED = 1 << 14

_PARTING = frozenset({"industry", "sector"})
"""Dimensions whose codes many wholes have; a product's name says enough by itself."""

_OUTPUT = "产值"
"""林业总产值 is a part of an output, and of no investment."""
_SIDES = {"贷款": ("deposits", "household_deposits"), "存款": ("loans", "loans_use")}
"""Words of a name, and the wholes whose parts it cannot be."""

_ALL_OF_IT = frozenset({"合计", "总计", "共计"})
"""Below an indicator no part, but the whole."""

_NUMBER = re.compile(
    r"^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d)|[#＃]"
    r"|其中\s*[:：]?)\s*"
)
_ADDED = re.compile(
    r"(?:\s*[(（][^()（）]*[)）]|主要指标|完成情况|情况表?|统计表|一览表|增速|增长速度|同比增长|构成|(?<!^)按[^分]{2,8}分[组类]?)+$"
)

_DIVIDED = re.compile(r"按[^分]{1,8}分[组类]?的?|分三次产业|三次产业(?=[就从]业)")
"""按三次产业分的就业人员: how they are divided, and not what is counted."""
_AMONG_OTHERS = re.compile(r"等\d{0,2}[个项]?(?:主要)?(?:经济|统计)?指标")
"""GDP等主要指标: a heading of many subjects, of which it only names some."""


class Parts:
    """Reads a name by what encloses it."""

    def __init__(
        self,
        lists: PartLists,
        labels: Labels,
        measures: Measures,
        indicators: Mapping[str, Indicator],
        names: CodeNames,
    ) -> None:
        self._lists = lists
        self._labels = labels
        self._measures = measures
        self._indicators = indicators
        self._names = names
        self._resolved = lru_cache(maxsize=_REMEMBERED)(self._resolve)
        self._may_be_part = lru_cache(maxsize=_REMEMBERED)(self._names_part)
        self.is_listed = lru_cache(maxsize=_REMEMBERED)(self._is_listed)
        self._spoken_of = lru_cache(maxsize=_REMEMBERED)(self._words_of)
        self.compound = lru_cache(maxsize=_REMEMBERED)(self._compound)

    def resolve(
        self, name: str, within: tuple[str, ...], unit: str | None, source: str | None
    ) -> LabelMatch | None:
        """What a name means inside headings, outermost first; None where that stays open."""
        return self._resolved(name, within, unit, source) if self._may_be_part(name) else None

    def _is_listed(self, name: str) -> bool:
        """Whether a name is that of a part of something: of which, only what encloses it tells."""
        if any(written in self._part_names for written in spellings(name)):
            return True
        return any(dimension in _PARTING for dimension, _code in self._names.codes(name))

    def listed(self, name: str, indicator: str, source: str | None) -> LabelMatch | None:
        """What a name means below an indicator, if it is listed for just that."""
        return self._named((indicator,), name, None, source)

    def _names_part(self, name: str) -> bool:
        """Whether there is any whole that a name could be a part of."""
        if any(written in self._part_names for written in spellings(name)):
            return True
        return canonical(name) in _ALL_OF_IT or bool(self._names.codes(name))

    @cached_property
    def _part_names(self) -> frozenset[str]:
        return frozenset(part for _whole, part in self._lists.named)

    def _resolve(
        self, name: str, within: tuple[str, ...], unit: str | None, source: str | None
    ) -> LabelMatch | None:
        spoken_of = False
        for depth in range(len(within), 0, -1):
            whole = self._whole(within[:depth], source)
            if found := whole and self._under(name, whole, unit, source):
                return found
            if whole and canonical(name) in _ALL_OF_IT:
                return self._measures.choose([_itself(whole)], unit, source)
            subjects = self._subjects(within[depth - 1], whole)
            if subjects and (found := self._of_subjects(name, subjects, unit, source)):
                return found
            spoken_of = spoken_of or bool(subjects)
        return None if spoken_of else self._named((ANYWHERE,), name, unit, source)

    def _compound(self, text: str, unit: str | None, source: str | None) -> LabelMatch | None:
        """What an industry's name before an indicator's means: 汽车制造业利润总额, 采矿业用电量."""
        name = canonical(text)
        for length in range(len(name) - 2, 1, -1):
            industry, whole = name[:length], name[length:]
            if industry[-1] == "业" and self._names.industry(industry):
                return self.resolve(industry, (heading_name(whole),), unit, source)
        return None

    def _whole(self, headings: tuple[str, ...], source: str | None) -> LabelMatch | None:
        bare, outer = heading_name(headings[-1]), headings[:-1]
        listed = self._labels.resolve(bare, None, source)
        return listed or self.resolve(bare, outer, None, source)

    def _subjects(self, heading: str, whole: LabelMatch | None) -> tuple[str, ...]:
        """The categories of which a heading speaks: of its indicator, else of its words."""
        if whole:
            return (self._indicators[whole.indicator].category,)
        return self._spoken_of(heading)

    def _words_of(self, heading: str) -> tuple[str, ...]:
        rest, found = _DIVIDED.sub("", canonical(heading)), []
        if _AMONG_OTHERS.search(rest):
            return ()
        for word, categories in self._lists.subjects:
            if word in rest:
                rest = rest.replace(word, "|")
                found += categories
        return tuple(dict.fromkeys(found))

    def _of_subjects(
        self, name: str, subjects: Sequence[str], unit: str | None, source: str | None
    ) -> LabelMatch | None:
        if found := self._named(subjects, name, unit, source):
            return found
        for dimension, code in self._names.codes(name):
            rows = [self._lists.spread.get((subject, dimension)) for subject in subjects]
            told = (row for row in rows if row and self._is_counted_alike(name, row.match))
            spread = [_coded(row, dimension, code) for row in told]
            if spread:
                return self._measures.choose(spread, unit, source)
        return None

    def _named(
        self, wholes: Sequence[str], name: str, unit: str | None, source: str | None
    ) -> LabelMatch | None:
        for written in spellings(name):
            rows = [row for whole in wholes for row in self._lists.named.get((whole, written), ())]
            if rows:
                return self._measures.choose(rows, unit, source)
        return None

    def _under(
        self, name: str, whole: LabelMatch, unit: str | None, source: str | None
    ) -> LabelMatch | None:
        if found := self._named((whole.indicator,), name, unit, source):
            kept = whole.breakdown if found.indicator == whole.indicator else {}
            return replace(found, breakdown={**kept, **found.breakdown})
        return self._by_code(name, whole, unit)

    def _by_code(self, name: str, whole: LabelMatch, unit: str | None) -> LabelMatch | None:
        """A listed code of a dimension by which the whole, or its companion, is broken down."""
        if _is_of_other_side(name, whole.indicator):
            return None
        if not self._is_counted_alike(name, whole):
            return None
        dims = self._indicators[whole.indicator].dims
        for dimension, code in self._codes(name, whole):
            other = self._lists.spread.get((whole.indicator, dimension))
            if other is None and dimension in dims:
                other = Alias(LabelMatch(whole.indicator, whole.breakdown), "")
            if other:
                return self._measures.choose([_coded(other, dimension, code)], unit, None)
        return None

    def _is_counted_alike(self, name: str, whole: LabelMatch) -> bool:
        """农业总产值 is no value added."""
        return not name.endswith(_OUTPUT) or _OUTPUT in self._indicators[whole.indicator].name_zh

    def _codes(self, name: str, whole: LabelMatch) -> Iterator[Key]:
        """Codes of a name; only industry proper is a part of industry."""
        is_industry = self._indicators[whole.indicator].category in "CD"
        for dimension, code in self._names.codes(name):
            if dimension != "industry" or not is_industry or code[0] in INDUSTRIAL_SECTIONS:
                yield dimension, code


def _is_of_other_side(name: str, whole: str) -> bool:
    """住户贷款 is no deposit of households, whatever stands above it."""
    return any(side in name and whole in others for side, others in _SIDES.items())


@lru_cache(maxsize=_REMEMBERED)
def heading_name(heading: str) -> str:
    """A heading without its number, its unit and words like 情况: `一、用电情况（万度）`."""
    return _ADDED.sub("", _NUMBER.sub("", heading.strip())).strip()


def _itself(whole: LabelMatch) -> Alias:
    return Alias(LabelMatch(whole.indicator, whole.breakdown), "")


def _coded(alias: Alias, dimension: str, code: str) -> Alias:
    breakdown = {**alias.match.breakdown, dimension: code}
    return replace(alias, match=replace(alias.match, breakdown=breakdown))
