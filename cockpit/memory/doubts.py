"""Which answer settles which doubt: reasons as records carry them, by the subject to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cockpit.memory.answer import Subject, label_path
from cockpit.observation import Observation

ASKED: Mapping[str, Subject] = {
    "no indicator found in title, sheet or file name": "indicator",
    "the indicator is named only in the file's name": "indicator",
    "the label is shortened; it is read like the fuller one in the same sheet": "label",
    "a heading that is not understood stands above or beside the indicator": "label",
    "row and column name different indicators": "label",
    "no region found in title, sheet or file name": "region",
    "the region is not in the catalogue": "region",
    "no unit is printed": "unit",
    "no unit is printed; the catalogue's is assumed": "unit",
    "the unit is abbreviated and was completed": "unit",
    "the unit of the table is none in which the indicator is counted": "unit",
    "the growth may be over a year or over a month": "column",
    "the figure may be of the month or cumulative": "column",
    "the period can be read in two ways": "period",
}
"""Every other reason is of the subject `doubt`: a person says that it is right as it was read."""

NO_FIGURE = "something other than a figure stands in the cell"
NO_UNIT = "no unit is printed"


def open_subjects(one: Observation) -> Iterator[tuple[Subject, str]]:
    """What there is to ask about a record, each with the reason, empty where none is carried."""
    asked = {subject_of(reason): reason for reason in one.reasons if reason != NO_FIGURE}
    if one.indicator is None and not asked.keys() & {"label", "indicator"}:
        asked["label" if one.label else "indicator"] = ""
    if one.area is None and "region" not in asked:
        asked["region"] = ""
    yield from asked.items()


def subject_of(reason: str) -> Subject:
    """The subject whose answer settles a reason."""
    return ASKED.get(reason, "doubt")


def printed_of(subject: Subject, one: Observation, heading: str, reason: str = "") -> str:
    """The text by which an answer about a record is remembered; `heading` is its column's."""
    path = label_path(one.parents, one.label)
    texts: Mapping[Subject, str] = {
        "label": path,
        "unit": path,
        "region": one.ref_area,
        "column": heading,
        "period": one.time_period,
        "indicator": one.sheet,
        "doubt": label_path([reason], path),
    }
    return texts[subject]
