"""An answer that a person gave once, and the answers that a file is read with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from cockpit.catalog import normalise
from cockpit.memory.family import BETWEEN, family_of, is_titled, timeless
from cockpit.memory.signature import Signature, Trait

Subject = Literal["label", "region", "unit", "column", "period", "indicator", "doubt"]
Meaning = Mapping[str, str]
"""What is meant, by subject; `{"keep": "yes"}` where it is right as it was read.

label      `indicator`, and `breakdown` as `industry=C26;product=steel`
region     `area`
unit       `unit`
column     `accumulation` and `transformation`, or `{"skip": "yes"}` where these are no figures
period     `time_period`
indicator  `indicator`, and `unit`
doubt      only `keep`
"""
KEEP: Meaning = {"keep": "yes"}
SKIP: Meaning = {"skip": "yes"}


def label_path(parents: Iterable[str], label: str) -> str:
    """A label with what encloses it, as answers name it: `工业 › 总产值`."""
    return " › ".join((*parents, label))


def printed_key(printed: str) -> str:
    """A printed text as answers are found by it: without period, blanks and widths of letters."""
    return normalise("›".join(timeless(part) for part in printed.split(" › ")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What `printed` means in files of a family; the time is UTC, an empty meaning takes it back.

    `printed` is the text that was asked about: a label with its parents, a region's name, a
    column's heading, a period, a sheet's name.
    """

    family: str
    subject: Subject
    printed: str
    meaning: Meaning
    person: str = ""
    at: datetime | None = None
    id: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the time carries its offset."""
        at = self.at.replace(tzinfo=UTC).isoformat() if self.at else None
        return asdict(self) | {"meaning": dict(self.meaning), "at": at}


@dataclass(frozen=True, slots=True)
class Memory:
    """What may help to read one file; `bureau` is who brought it, where that was said."""

    answers: Sequence[Answer] = ()
    layouts: Mapping[str, Signature] = field(default_factory=dict)
    bureau: str = ""

    def of(self, family: str) -> Memory:
        """What is remembered of one family."""
        answers = [answer for answer in self.answers if answer.family == family]
        layouts = {family: self.layouts[family]} if family in self.layouts else {}
        return Memory(answers, layouts, self.bureau)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for the way to another process."""
        return {
            "answers": [asdict(replace(one, at=None)) for one in self.answers],
            "layouts": {family: list(known.traits) for family, known in self.layouts.items()},
            "bureau": self.bureau,
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Memory:
        """The memory that `to_dict` wrote."""
        layouts = {
            family: Signature(tuple(Trait(*trait) for trait in traits))
            for family, traits in values["layouts"].items()
        }
        return cls([Answer(**one) for one in values["answers"]], layouts, values["bureau"])


def bureau_of(family: str) -> str:
    """The bureau that a family was said to come from, or nothing."""
    return family.rpartition(BETWEEN)[0]


def may_concern(family: str, file_name: str, bureau: str) -> bool:
    """Whether a file of this name may turn out to be of a family.

    A name that says nothing leaves that to the titles, which nobody has read yet.
    """
    named = family_of(file_name, bureau=bureau)
    return family == named if named else is_titled(family) and bureau_of(family) == bureau


NOTHING = Memory()
