"""What a person is asked about a file: each thing once, however many figures it concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cockpit.memory.answer import Answer, Subject, printed_key
from cockpit.memory.doubts import open_subjects, printed_of
from cockpit.memory.signature import column_of
from cockpit.observation import Observation
from cockpit.reading import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; an answer to it is remembered for each text of `printed`.

    `first` is the record of the first of the `figures` it is about, `reason` what the reader was
    not sure of, empty where a name is simply not known.
    """

    subject: Subject
    reason: str
    printed: tuple[str, ...]
    figures: int
    first: Observation
    excerpt: Excerpt | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values for programs."""
        return {
            "subject": self.subject,
            "reason": self.reason,
            "printed": list(self.printed),
            "figures": self.figures,
            "sheet": self.first.sheet,
            "cell": self.first.cell,
        }


def questions(
    observations: Iterable[Observation], answers: Iterable[Answer] = ()
) -> list[Question]:
    """The questions about a file in the order of its cells; nothing that is to stay as it is."""
    kept = {(one.subject, printed_key(one.printed)) for one in answers if "keep" in one.meaning}
    found: dict[tuple[str, ...], list[tuple[Observation, str]]] = {}
    for one in observations:
        for subject, reason in open_subjects(one):
            printed = printed_of(_until_seen(subject), one, "", reason)
            if (subject, printed_key(printed)) not in kept or reason:
                found.setdefault(_group(subject, reason, one), []).append((one, printed))
    return [_question(group, held) for group, held in found.items()]


def with_excerpts(asked: Sequence[Question], excerpts: Iterable[Excerpt]) -> list[Question]:
    """The questions with what is printed around them; a column is asked about by its heading."""
    seen = {(one.sheet, one.cell): one for one in excerpts}
    return [_shown(one, seen) for one in asked]


def _group(subject: Subject, reason: str, one: Observation) -> tuple[str, ...]:
    """What makes two records one question."""
    path = printed_of("label", one, "")
    by: Mapping[Subject, tuple[str, ...]] = {
        "label": (path,),
        "region": (one.ref_area,),
        "unit": (one.unit, one.transformation),
        "column": (one.sheet, column_of(one.cell)),
        "period": (one.time_period,),
        "indicator": (one.sheet,),
        "doubt": (),
    }
    return (subject, reason, *by[subject])


def _question(group: Sequence[str], held: Sequence[tuple[Observation, str]]) -> Question:
    first = held[0][0]
    subject, reason, *_ = group
    return Question(
        subject=_SUBJECTS[subject],
        reason=reason,
        printed=tuple(dict.fromkeys(printed for _, printed in held)),
        figures=len(held),
        first=first,
    )


def _shown(one: Question, seen: Mapping[tuple[str, str], Excerpt]) -> Question:
    excerpt = seen.get((one.first.sheet, one.first.cell))
    if one.subject == "column" and excerpt is not None and excerpt.heading:
        return replace(one, excerpt=excerpt, printed=(excerpt.heading,))
    return replace(one, excerpt=excerpt, subject=_until_seen(one.subject))


def _until_seen(subject: Subject) -> Subject:
    """A column without a heading can only be remembered by the names of its rows."""
    return "doubt" if subject == "column" else subject


_ALL: Collection[Subject] = (
    "label",
    "region",
    "unit",
    "column",
    "period",
    "indicator",
    "doubt",
)
_SUBJECTS: Mapping[str, Subject] = {subject: subject for subject in _ALL}
