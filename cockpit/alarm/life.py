"""An alarm and the steps of its life: 触警, 处置, 反馈, 销号."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from cockpit.alarm.threshold import Comparator
from cockpit.errors import InputError
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.trail import parse_trail_key

AlarmState = Literal["raised", "handled", "replied", "closed", "voided"]
"""A measure was taken (`handled`), its effect told (`replied`), the alarm struck off (`closed`)."""

NEXT: Mapping[AlarmState, tuple[AlarmState, ...]] = {
    "raised": ("handled", "voided"),
    "handled": ("replied", "voided"),
    "replied": ("closed", "handled", "voided"),
    "closed": (),
    "voided": (),
}
"""The only steps there are; from `replied` an alarm may be sent back for further measures."""

OPEN: frozenset[AlarmState] = frozenset({"raised", "handled", "replied"})
"""The states in which something is still to be done."""

STEPS: Mapping[str, AlarmState] = {"handle": "handled", "reply": "replied", "close": "closed"}
"""What a person does, and the state that it leads to."""

Unfounded = Literal["withdrawn", "revised", "changed"]
"""Why an alarm is void: its figure was withdrawn, or revised, or the threshold is another now."""


class AlarmRefused(InputError):
    """An alarm that cannot take the step asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmStep:
    """One step of an alarm's life; `at` is UTC, `person` empty where the cockpit itself took it.

    `text` is the measure, the reply or the reason of closing, in the person's words; of a void
    alarm it is one of `Unfounded`.
    """

    seq: int
    state: AlarmState
    person: str
    at: datetime
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """A figure that went beyond a threshold, and what was done about it.

    `figure` names it as the trail does; `value`, `level`, `release` are in `unit`, as they were
    when the alarm was raised. `bureau` answers for it.
    """

    id: int
    threshold: str
    figure: str
    value: float
    unit: str
    comparator: Comparator
    level: float
    release: float
    consecutive: int
    bureau: str
    steps: tuple[AlarmStep, ...]

    @property
    def state(self) -> AlarmState:
        """Where it stands."""
        return self.steps[-1].state

    @property
    def selection(self) -> Selection:
        """The series it speaks of."""
        return parse_trail_key(self.figure).selection

    @property
    def period(self) -> Period:
        """The span of the figure that set it."""
        return parse_trail_key(self.figure).period

    @property
    def ways(self) -> tuple[AlarmState, ...]:
        """The states a person may bring it to; only the cockpit finds one void."""
        return tuple(state for state in NEXT[self.state] if state != "voided")

    def to_dict(self) -> dict[str, Any]:
        """Plain values; times carry their offset so that they can be handed back as `as_of`."""
        chosen = self.selection
        told = {name: getattr(chosen, name) for name in ("indicator", "area", "freq")}
        told |= {"accumulation": chosen.accumulation, "transformation": chosen.transformation}
        told |= {"breakdown": dict(chosen.breakdown)}
        told |= {"time_period": self.period.time_period(chosen.freq or "M"), "state": self.state}
        steps = [asdict(s) | {"at": s.at.replace(tzinfo=UTC).isoformat()} for s in self.steps]
        return asdict(self) | told | {"steps": steps, "next": list(self.ways)}
