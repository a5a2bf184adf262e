"""Which answer settles which doubt: reasons as records carry them, by the subject to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cockpit.memory.answer import Subject, label_path
from cockpit.observation import Observation

ASKED: Mapping[str, Subject] = {
    "no indicator found in title, sheet or file name": "indicator",
    "a heading that is not understood stands above or beside the indicator": "label",
    "row and column name different indicators": "label",
    "the name is that of a part, and nothing tells of what": "label",
    "no region found in title, sheet or file name": "region",
    "the region is not in the catalogue": "region",
    "no unit is printed": "unit",
    "no unit is printed; the catalogue's is assumed": "unit",
    "the unit is abbreviated and was completed": "unit",
    "the unit of the table is none in which the indicator is counted": "unit",
    "the growth may be over a year or over a month": "column",
    "the figure may be of the month or cumulative": "column",
    "the period can be read in two ways": "period",
    "another figure of the file has the same name, and only one of them can be kept": "column",
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


def printed_of(
    subject: Subject, one: Observation, *, heading: str = "", reason: str = "", sheet: str = ""
) -> str:
    """The text by which an answer about a record is remembered.

    `heading` is its column's; `sheet` stands before labels and headings where a file has several
    sheets, for in another sheet the same words may mean another thing.
    """
    above = [sheet] if sheet else []
    path = label_path([*above, *one.parents], one.label)
    texts: Mapping[Subject, str] = {
        "label": path,
        "unit": path,
        "region": one.ref_area,
        "column": label_path(above, heading) if heading else "",
        "period": one.time_period,
        "indicator": sheet,
        "doubt": label_path([reason], path),
    }
    return texts[subject]


def has_several(observations: Iterable[Observation]) -> bool:
    """Whether a file's records stand in more than one sheet."""
    return len({one.sheet for one in observations}) > 1
