"""What is doubtful about a table's figures: a reason for the record, a question for a person."""

from __future__ import annotations

import re
from functools import cached_property

from loaders import reasons
from loaders.checks.located import period_of
from loaders.grid import Cell, Sheet
from loaders.issues import Issues
from loaders.knowledge import Knowledge
from loaders.places import PlaceName
from loaders.statement import Manner
from loaders.values import Figure

_ASKED = {
    reasons.NO_PERIOD: "P06",
    reasons.OPEN_PERIOD: "P07",
    reasons.NO_INDICATOR: "P19",
    reasons.ASSUMED_UNIT: "P21",
    reasons.NO_UNIT: "P08",
}
_OTHER_SIGN = re.compile(r"[-−－–▼▽↓↑]\s*\d")


class Asking:
    """Asks about what is stated, regions and figures of one sheet; each question once."""

    def __init__(self, known: Knowledge, issues: Issues, sheet: Sheet) -> None:
        self._places = known.places
        self._knows_unit = known.units.knows
        self._issues = issues
        self._sheet = sheet

    def stated(self, manner: Manner, time: str, at: str) -> None:
        """One question for each doubt that a rule describes, where it first shows."""
        label, place = manner.label, (self._sheet.name, at)
        for reason in manner.doubts:
            if rule := _ASKED.get(reason):
                about = _period(manner, time) if rule == "P07" else {"expected": manner.unit}
                self._issues.ask(rule, place, (reason, label), label=label, found=at, **about)
        if manner.unit and not self._knows_unit(manner.unit):
            self._issues.ask("P24", place, manner.unit, found=manner.unit)
        if manner.indicator is None and label:
            self._issues.ask("P02", place, label, found=label)

    def place(self, place: PlaceName | None, at: str) -> tuple[PlaceName, tuple[str, ...]]:
        """A region with what is doubtful about it; a part without a code is none to ask about."""
        if place is None:
            self._issues.ask("P20", (self._sheet.name, None), self._sheet.name)
            return PlaceName("", None), (reasons.NO_REGION,)
        if place.code is None and not self._places.is_other(place.text):
            self._issues.ask("P04", (self._sheet.name, at), place.text, found=place.text)
            return place, (reasons.UNKNOWN_REGION,)
        return place, ()

    def _about_writing(self, figure: Figure) -> tuple[str, ...]:
        """A triangle is a minus without doubt where no figure of the sheet has another minus."""
        if not figure.doubt or (figure.doubt == "triangle" and not self._has_other_signs):
            return ()
        return (reasons.WRITTEN[figure.doubt],)

    @cached_property
    def _has_other_signs(self) -> bool:
        texts = (cell.raw.strip() for row in self._sheet.rows for cell in row)
        return any(_OTHER_SIGN.match(text) for text in texts)

    def figure(self, figure: Figure, cell: Cell, at: str) -> tuple[str, ...]:
        """What is doubtful about how a figure is written, and whether it is one."""
        if figure.rule is None:
            return self._about_writing(figure)
        self._issues.ask(figure.rule, (self._sheet.name, at), at, found=cell.raw or at)
        return (reasons.NO_FIGURE,)


def _period(manner: Manner, time: str) -> dict[str, str]:
    """A period as it is read, in the words of both languages."""
    zh, en = period_of(manner.freq, time, manner.accumulation)
    return {"expected": time, "period": zh, "period_en": en}
