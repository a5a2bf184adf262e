"""What became of each cell of a window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from cockpit.i18n import gettext as _
from cockpit.memory.questions import Question
from cockpit.observation import Observation
from cockpit.reading import SheetWindow

State = Literal["certain", "doubt", "missing", "says", "unread"]

_UNREAD: Mapping[str, str] = {
    "its row, column or sheet is hidden": "hidden",
    "a note to the table": "note",
    "a serial number": "serial number",
    "it repeats an earlier table": "repeated",
    "it stands under no heading or beside no name": "no heading",
    "no period is named for it": "no period",
    "it belongs to no table that was understood": "in no table",
}
"""Why a cell was left out, in a sentence and in a word."""


def asked_about(asked: Sequence[Question]) -> dict[tuple[str, str], int]:
    """The number of the first question about each cell (sheet, address)."""
    found: dict[tuple[str, str], int] = {}
    for number, question in enumerate(asked):
        for place in question.places:
            found.setdefault(place, number)
    return found


def figure_state(one: Observation, asked: Mapping[tuple[str, str], int]) -> State:
    """Doubt comes first: something is asked about the figure; a blank cell is just missing."""
    if one.value is None and not one.raw.strip():
        return "missing"
    if one.needs_review or (one.sheet, one.cell) in asked:
        return "doubt"
    return "missing" if one.value is None else "certain"


def states(
    window: SheetWindow,
    records: Iterable[Observation],
    asked: Mapping[tuple[str, str], int],
) -> dict[str, State]:
    """The state of every cell that has one, by address; mere words have none."""
    found: dict[str, State] = dict.fromkeys(window.unread, "unread")
    found |= dict.fromkeys(window.said, "says")
    return found | {one.cell: figure_state(one, asked) for one in records}


def state_name(state: State) -> str:
    """The word for a state."""
    names: Mapping[State, str] = {
        "certain": _("read with certainty"),
        "doubt": _("in doubt"),
        "missing": _("missing marker"),
        "says": _("heading or name"),
        "unread": _("not read"),
    }
    return names[state]


def why_unread(reason: str) -> str:
    """One word for why cells were left out."""
    return _(_UNREAD.get(reason, reason))
