"""What a person is asked about a file: each thing once, however many figures it concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cockpit.memory.answer import Answer, Subject, label_path, printed_key
from cockpit.memory.doubts import open_subjects, printed_of
from cockpit.memory.signature import column_of
from cockpit.observation import Observation
from cockpit.reading import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; an answer to it is remembered for each text of `printed`.

    `first` is the record of the first of the `figures` it is about, `reason` what the reader was
    not sure of, empty where a name is simply not known; `sheet` is named where there are several.
    """

    subject: Subject
    reason: str
    printed: tuple[str, ...]
    figures: int
    first: Observation
    sheet: str = ""
    excerpt: Excerpt | None = None
    places: frozenset[tuple[str, str]] = frozenset()
    """Sheet and cell of every figure it is about."""

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
    records = list(observations)
    kept = {(one.subject, printed_key(one.printed)) for one in answers if "keep" in one.meaning}
    kinds = _kinds(records)
    found: dict[tuple[str, ...], list[tuple[Observation, str]]] = {}
    for one in records:
        sheet = one.sheet if len(kinds) > 1 else ""
        for subject, reason in open_subjects(one):
            printed = printed_of(_until_seen(subject), one, reason=reason, sheet=sheet)
            if (subject, printed_key(printed)) not in kept or reason:
                group = _group(subject, reason, one, kinds[one.sheet])
                found.setdefault(group, []).append((one, printed))
    asked = [_question(group, held) for group, held in found.items()]
    return [replace(one, sheet=one.first.sheet if len(kinds) > 1 else "") for one in asked]


def _kinds(observations: Iterable[Observation]) -> dict[str, str]:
    """Sheets by name; those that print the same labels (one a county, one a month) are of a kind.

    A name that stands in sheets of two kinds may mean two things, and is asked about twice.
    """
    labels: dict[str, dict[str, None]] = {}
    for one in observations:
        labels.setdefault(one.sheet, {})[label_path(one.parents, one.label)] = None
    return {sheet: "\n".join(sorted(held)) for sheet, held in labels.items()}


def with_excerpts(asked: Sequence[Question], excerpts: Iterable[Excerpt]) -> list[Question]:
    """The questions with what is printed around them; a column is asked about by its heading."""
    seen = {(one.sheet, one.cell): one for one in excerpts}
    return [_shown(one, seen) for one in asked]


def _group(subject: Subject, reason: str, one: Observation, kind: str) -> tuple[str, ...]:
    """What makes two records one question; `kind` tells their sheets apart."""
    path = label_path(one.parents, one.label)
    by: Mapping[Subject, tuple[str, ...]] = {
        "label": (path, kind),
        "region": (one.ref_area,),
        "unit": (one.unit, one.transformation, kind),
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
        places=frozenset((one.sheet, one.cell) for one, _ in held),
    )


def _shown(one: Question, seen: Mapping[tuple[str, str], Excerpt]) -> Question:
    excerpt = seen.get((one.first.sheet, one.first.cell))
    if one.subject == "column" and excerpt is not None and excerpt.heading:
        printed = printed_of("column", one.first, heading=excerpt.heading, sheet=one.sheet)
        return replace(one, excerpt=excerpt, printed=(printed,))
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
