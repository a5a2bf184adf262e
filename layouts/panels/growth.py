"""Panels that compare published growth rates over two years."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cockpit.period import Freq
from cockpit.series import Selection
from cockpit.terms import accumulation
from layouts.panels import base
from layouts.panels.base import Panel, Strand
from layouts.panels.sentences import growth
from layouts.panels.view import View
from layouts.parts.frame import Content

MOST_SHOWN: Mapping[Freq, int] = {"M": 25, "Q": 13, "A": 13}


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A subject whose growth is published; `strands` are short names and `indicator[/basis]`.

    The first strand is the one the finding speaks of. The basis is year to date unless named.
    """

    indicator: str
    name: str
    strands: Mapping[str, str]
    price: bool = False


def panel(name: str, *subjects: Callable[[], Growth]) -> Panel:
    """A panel in the place of its own name; subjects are asked in the reader's language.

    It shows the first subject the place has figures for: a province may have yearly summaries
    where the country has monthly releases.
    """
    return Panel(id=name, place=name, draw=lambda view: draw(view, [s() for s in subjects]))


def draw(view: View, subjects: Sequence[Growth]) -> Content:
    """The finding, and the strands as lines of one frequency."""
    subject = next((s for s in subjects if _held(view, s)), subjects[0])
    leading = _strand(view, *next(iter(subject.strands.items())), None)
    line = view.line(leading.selection)
    freq = line.key.freq if line.key else None
    others = [_strand(view, name, code, freq) for name, code in list(subject.strands.items())[1:]]
    return Content(
        finding=growth(subject.name, line, price=subject.price),
        measure=base.measure_line(view, line),
        body=base.strands(view, [leading, *others] if line.key else [], MOST_SHOWN[freq or "M"]),
        source=base.source(view, *(s.selection.indicator for s in (leading, *others))),
        fresh=view.fresh(line, subject.indicator),
        address=base.address(view, subject.indicator, "yoy"),
    )


def _held(view: View, subject: Growth) -> bool:
    leading = _strand(view, *next(iter(subject.strands.items())), None)
    return view.line(leading.selection).series.latest is not None


def _strand(view: View, name: str, code: str, freq: Freq | None) -> Strand:
    """Monthly figures on the basis named, otherwise whatever is held in the frequency."""
    indicator, _slash, basis = code.partition("/")
    monthly = Selection(
        indicator=indicator,
        transformation="yoy",
        freq="M",
        accumulation=accumulation(basis or "ytd"),
    )
    if freq in (None, "M") and view.line(monthly).series.latest:
        return Strand(name, monthly)
    return Strand(name, Selection(indicator=indicator, transformation="yoy", freq=freq))
