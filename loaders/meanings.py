"""What an entry of the catalogue makes of names, and which entries stand in for another."""

from __future__ import annotations

from dataclasses import replace

from cockpit.catalog import Catalog, Indicator, LabelMatch
from loaders import reasons
from loaders.matches import Names
from loaders.sense import Sense
from loaders.stocks import is_named_stock

_NEW = "新增"
_CONTRIBUTION = "贡献率"


class Meanings:
    """Puts names and entries together."""

    def __init__(self, catalog: Catalog, source: str) -> None:
        self._catalog = catalog
        self._source = source

    def of(self, names: Names, match: LabelMatch | None) -> Sense:
        """What names mean by an entry, or where there is none."""
        label, parents = names[-1], names[:-1]
        if match is None:
            return self._unknown(label, parents)
        indicator = self._catalog.indicators[match.indicator]
        kinds = indicator.accumulations
        return Sense(
            label=label,
            parents=parents,
            indicator=match.indicator,
            breakdown=dict(match.breakdown),
            transformation=match.transformation,
            accumulation=match.accumulation,
            accumulations=kinds,
            is_stock=kinds == ("stock",) or (not kinds and is_named_stock(names)),
            grows_only=indicator.growth_rule == ("C",) and indicator.unit == "%",
            catalogue_unit=match.unit or indicator.unit,
        )

    def _unknown(self, label: str, parents: Names) -> Sense:
        """A name that the catalogue lacks, or that of a part of nobody knows what."""
        is_open = not self._source and all(map(self._catalog.parts.is_listed, (label, *parents)))
        doubts = (reasons.PART_OF_NOTHING,) if is_open else ()
        is_stock = is_named_stock((*parents, label))
        return Sense(label=label, parents=parents, is_stock=is_stock, doubts=doubts)

    def newly(self, sense: Sense) -> Sense:
        """新增 of 经营主体 are the newly registered, which are counted by themselves."""
        listed = self._catalog.parts.listed
        match = listed(_NEW, sense.indicator, self._source) if sense.indicator else None
        if match is None:
            return sense
        dims = self._catalog.indicators[match.indicator].dims
        kept = {name: code for name, code in sense.breakdown.items() if name in dims}
        match = replace(match, breakdown={**kept, **match.breakdown})
        new = self.of((*sense.parents, _NEW + sense.label), match)
        return new._replace(doubts=sense.doubts, status=sense.status, year=sense.year)

    def contribution(self, sense: Sense) -> Sense | None:
        """贡献率 of 第一产业 in a table of 地区生产总值 is an indicator of its own."""
        listed = self._catalog.parts.listed
        match = listed(_CONTRIBUTION, sense.indicator, self._source) if sense.indicator else None
        found = self.of((*sense.parents, sense.label), match) if match else None
        return found and found._replace(doubts=sense.doubts, status=sense.status, year=sense.year)

    def indicator(self, sense: Sense) -> Indicator | None:
        """The catalogue's entry."""
        return self._catalog.indicators.get(sense.indicator or "")

    def in_yuan(self, sense: Sense) -> Sense:
        """Balances below 人民币信贷收支 are those in yuan, beside those in all currencies."""
        indicator = self.indicator(sense)
        if not indicator or "currency" not in indicator.dims or "currency" in sense.breakdown:
            return sense
        return sense._replace(breakdown={**sense.breakdown, "currency": "rmb"})
