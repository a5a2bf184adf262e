"""Industry names inside labels: 煤炭开采和洗选业增加值 is value added of B06."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from cockpit.catalog import Catalog, LabelMatch, normalise

_FIRST_OF_SUBJECT = {"增加值": "工业增加值"}


class Industries:
    """Splits a label into an industry's name and an indicator's."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def match(self, label: str, resolve: Callable[[str], LabelMatch | None]) -> LabelMatch | None:
        """The indicator for one industry, where the label begins with that industry's name."""
        text = normalise(label)
        for name, code in self._names:
            rest = text.removeprefix(name)
            if rest and rest != text:
                return self._of(code, resolve(_FIRST_OF_SUBJECT.get(rest, rest)))
        return None

    def _of(self, code: str, whole: LabelMatch | None) -> LabelMatch | None:
        if whole is None or "industry" not in self._catalog.indicators[whole.indicator].dims:
            return None
        breakdown = {**whole.breakdown, "industry": code}
        return LabelMatch(
            whole.indicator, breakdown, whole.transformation, whole.accumulation, whole.unit
        )

    @cached_property
    def _names(self) -> list[tuple[str, str]]:
        """Sections and divisions, the longest name first; a name that means two is left out."""
        codes: dict[str, list[str]] = {}
        for code, industry in self._catalog.industries.items():
            if len(code) <= len("C26"):
                codes.setdefault(normalise(industry.name_zh), []).append(code)
        found = [(name, min(both, key=len)) for name, both in codes.items()]
        return sorted(found, key=lambda entry: -len(entry[0]))
