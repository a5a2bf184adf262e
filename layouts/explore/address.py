"""The explore page's whole state, written in its address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from cockpit.errors import NotInCatalogue
from cockpit.moment import as_of
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown, Selection
from cockpit.terms import freq_of
from indicators import SUBJECTS

View = Literal["chart", "table"]
Model = Literal["adjusted", "projection"]
ROOT = "/explore"
MOST_AREAS = 4
_CODE = re.compile(r"[0-9]{6}(?:[0-9]{3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What the page shows; whatever is None is settled by what is held."""

    indicator: str | None
    subject: str | None = None
    areas: tuple[str, ...]
    transformation: Transformation | None = None
    accumulation: Accumulation | None = None
    freq: Freq | None = None
    breakdown: Breakdown = ()
    since: str | None = None
    until: str | None = None
    view: View = "chart"
    model: Model | None = None
    as_of: str | None = None
    meeting: str | None = None
    """The number of the meeting whose moment `as_of` is."""
    unread: tuple[str, ...] = ()
    """Parts of the address that say nothing this page knows, as `name=value`."""

    def select(self, transformation: Transformation) -> Selection:
        """The request for another measure of the same series."""
        return Selection(
            indicator=self.indicator or "",
            area=self.areas[0],
            freq=self.freq,
            accumulation=self.accumulation,
            transformation=transformation,
            breakdown=self.breakdown,
        )

    @property
    def moment(self) -> datetime | None:
        """The time as known on which the page reads, None for now."""
        return as_of(self.as_of)

    def holds(self, period: Period) -> bool:
        """Whether a period ends within the range asked for."""
        first = _span(self.since).start if self.since else period.end
        last = _span(self.until).end if self.until else period.end
        return first <= period.end <= last


def parse(url: str, home_area: str) -> Exploration:
    """Read an address; what cannot be read is kept in `unread`, never guessed."""
    parts = urlsplit(url)
    read: dict[str, Any] = {"areas": (home_area,)}
    unread: list[str] = []
    for name, text in parse_qsl(parts.query, keep_blank_values=True):
        try:
            field, reader = _READERS[name]
            read[field] = reader(text)
        except (KeyError, ValueError, NotInCatalogue):
            unread.append(f"{name}={text}")
    return Exploration(indicator=_indicator(parts.path), unread=tuple(unread), **read)


def href(exploration: Exploration) -> str:
    """Write the address of an exploration; whatever is settled by default is left out."""
    given = {name: write(exploration) for name, write in _WRITERS.items()}
    query = urlencode({name: text for name, text in given.items() if text}, safe=",:;=")
    path = f"{ROOT}/{quote(exploration.indicator or '')}".rstrip("/")
    return f"{path}?{query}" if query else path


def _indicator(path: str) -> str | None:
    return unquote(path.removeprefix(ROOT)).strip("/") or None


def _span(text: str) -> Period:
    return Period.parse(freq_of(text), text)


def _time(text: str) -> str | None:
    if text:
        _span(text)
    return text or None


def _areas(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(text.split(",")))
    if not all(_CODE.fullmatch(code) for code in codes) or len(codes) > MOST_AREAS:
        raise ValueError(text)
    return codes


def _breakdown(text: str) -> Breakdown:
    pairs = (part.partition("=") for part in text.split(";"))
    read = tuple(sorted((name, code) for name, _, code in pairs))
    if not all(name and code for name, code in read):
        raise ValueError(text)
    return read


def _as_of(text: str) -> str | None:
    as_of(text)
    return text or None


def _meeting(text: str) -> str | None:
    if text and not (text.isascii() and text.isdecimal()):
        raise ValueError(text)
    return text or None


def _one_of(*known: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in known:
            raise ValueError(text)
        return text

    return read


_READERS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "subject": ("subject", _one_of(*SUBJECTS)),
    "area": ("areas", _areas),
    "transformation": ("transformation", _one_of(*get_args(Transformation))),
    "accumulation": ("accumulation", _one_of(*get_args(Accumulation))),
    "freq": ("freq", _one_of(*get_args(Freq))),
    "breakdown": ("breakdown", _breakdown),
    "from": ("since", _time),
    "to": ("until", _time),
    "view": ("view", _one_of(*get_args(View))),
    "model": ("model", _one_of(*get_args(Model))),
    "as_of": ("as_of", _as_of),
    "meeting": ("meeting", _meeting),
}

_WRITERS: Mapping[str, Callable[[Exploration], str | None]] = {
    "subject": lambda it: it.subject,
    "area": lambda it: ",".join(it.areas),
    "transformation": lambda it: it.transformation,
    "accumulation": lambda it: it.accumulation,
    "freq": lambda it: it.freq,
    "breakdown": lambda it: ";".join(f"{name}={code}" for name, code in it.breakdown),
    "from": lambda it: it.since,
    "to": lambda it: it.until,
    "view": lambda it: None if it.view == "chart" else it.view,
    "model": lambda it: it.model,
    "as_of": lambda it: it.as_of,
    "meeting": lambda it: it.meeting,
}
