"""Codes by the names that tables print: 煤炭开采和洗选业 is B06, 城乡居民生活用电 households."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from cockpit.catalog.codes import DimensionCode, Industry
from cockpit.catalog.spellings import canonical, spellings

# What a row repeats of its heading: 教育支出 under 一般公共预算支出 is education.
_OF_WHOLE = re.compile(
    r"(?:增加值|总产值|用电量?|投资额?|支出|收入|零售额|销售额|营业额|(?:存|贷)款(?:余额)?|余额|面积|产量"
    r"|税收|利润(?:总额)?|类值?|类?商品零售额?|价格(?:指数)?|人数|能耗|能源消费量?)$"
)


_REMEMBERED = 1 << 13


class CodeNames:
    """Every code of the dimensions, and the industries, by their names."""

    def __init__(
        self, codes: Mapping[tuple[str, str], DimensionCode], industries: Mapping[str, Industry]
    ) -> None:
        self._codes = codes
        self._industries = industries
        self.codes = lru_cache(maxsize=_REMEMBERED)(self._codes_of)
        """Dimension and code of every entry a name may mean, the name as it stands first."""

    def _codes_of(self, name: str) -> tuple[tuple[str, str], ...]:
        written = spellings(name)
        shorter = (_OF_WHOLE.sub(end, written[0]) for end in ("", "业"))
        return tuple(
            key for spelt in dict.fromkeys((*written, *shorter)) for key in self._meant(spelt)
        )

    def _meant(self, spelt: str) -> Iterator[tuple[str, str]]:
        yield from self._named.get(spelt, ())
        if code := self._industry_codes.get(spelt):
            yield "industry", code

    def industry(self, name: str) -> Industry | None:
        """The industry of a name: a section before its only division of the same name."""
        code = self._industry_codes.get(canonical(name))
        return self._industries[code] if code else None

    @cached_property
    def _named(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for key, entry in self._codes.items():
            for name in {canonical(name) for name in (entry.name_zh, *entry.aliases)}:
                found.setdefault(name, []).append(key)
        return found

    @cached_property
    def _industry_codes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for code, industry in sorted(self._industries.items(), key=lambda entry: len(entry[0])):
            for name in (industry.name_zh, *industry.aliases):
                found.setdefault(canonical(name), code)
        return found
