"""The declaration of a derived indicator: what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Protocol, TypedDict, Unpack

from cockpit.errors import CatalogueFault
from cockpit.i18n import gettext as _
from cockpit.interval import Interval
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown, Stage


class How(TypedDict, total=False):
    """What a formula may say about an input; whatever it leaves out is as for its own figure.

    An `area` is asked for its own figure, even where the formula is worked out over members.
    """

    area: str
    freq: Freq
    transformation: Transformation
    accumulation: Accumulation
    breakdown: Breakdown
    unit: str | None
    months_earlier: int
    period: Period


class Lookup(Protocol):
    """How a formula asks for its inputs; what it asks for becomes the trace.

    The answer is a figure of the same area, or None where it is not held. The frequency is the one
    being calculated unless named; of a longer one the answer is the span that holds this one's end.
    A level comes in the unit of the formula's first input unless `unit` names another, and is
    None where it cannot be brought to that unit. Period, accumulation and breakdown are those
    being calculated unless named; the transformation is `level`.
    """

    @property
    def period(self) -> Period:
        """The span being calculated."""
        ...

    @property
    def breakdown(self) -> Breakdown:
        """The part being calculated, for example `(("sector", "2"),)`."""
        ...

    def __call__(self, indicator: str, **how: Unpack[How]) -> float | None:
        """One figure, or None where it is missing."""
        ...

    def filling(self, whole: Period, /, indicator: str, **how: Unpack[How]) -> Filling:
        """The figures whose spans fill a longer one; empty where they leave a gap."""
        ...

    def remark(self, text: str) -> None:
        """Leave a sentence, in the reader's language, beside this figure and in its trace."""
        ...

    def bound(self, bounds: Interval) -> None:
        """Say where this figure lies, for one that its inputs leave open."""
        ...


Filling = Sequence[tuple[int, float]]
"""Figures in order of time, each with the number of months it covers."""


def same_spans(spans: Sequence[Period]) -> Iterable[Period]:
    """One figure for each figure of the first input."""
    return spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A derived indicator; the first input it asks for settles frequency and accumulation.

    `inputs` are names such as `gdp`, or `gdp/yoy` for what is not a level.
    `unit` None is the unit of that input. `transformation` is what the formula yields.
    `freq` and `accumulation` limit it to one of each; `yields` is its frequency where that is not
    the first input's. `spans` makes its periods from those of the first input. A `direct` formula
    takes its inputs as published and never builds on another formula.
    `text` and `note` are English message ids; `%(it)s` in a text is the indicator, and `words`
    fill its other places.
    An `estimate` is marked 估算 wherever it is shown; a formula that `restates` gives the same
    published fact in another form (an index as a rate).
    """

    indicator: str
    inputs: tuple[str, ...]
    text: str
    reference: str
    compute: Callable[[Lookup], float | None]
    unit: str | None = None
    transformation: Transformation = "level"
    freq: Freq | None = None
    accumulation: Accumulation | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    estimate: bool = False
    restates: bool = False
    direct: bool = False
    yields: Freq | None = None
    stage: Stage = "formula"
    spans: Callable[[Sequence[Period]], Iterable[Period]] = same_spans

    @property
    def name(self) -> str:
        """The key among formulas: `tax_share`, `gdp_primary/contribution`."""
        return formula_name(self.indicator, self.transformation)

    @property
    def sentence(self) -> str:
        """The text in the reader's language, with its places filled."""
        return _(self.text, it=self.indicator, **self.words)


def formula_name(indicator: str, transformation: Transformation) -> str:
    """The key of a formula: the indicator, and the transformation where it is not the level."""
    return indicator if transformation == "level" else f"{indicator}/{transformation}"


def gather(*subjects: Iterable[Formula]) -> Mapping[str, Formula]:
    """Put the subjects' formulas together by name.

    Raises CatalogueFault where an indicator has two formulas or depends on itself.
    """
    formulas: dict[str, Formula] = {}
    for formula in (formula for subject in subjects for formula in subject):
        if formula.name in formulas:
            raise CatalogueFault(f"{formula.name} has two formulas")
        formulas[formula.name] = formula
    _refuse_cycles(formulas)
    return formulas


def _refuse_cycles(formulas: Mapping[str, Formula]) -> None:
    graph = {name: formula.inputs for name, formula in formulas.items()}
    for name in {name for inputs in graph.values() for name in inputs} - graph.keys():
        level = name.partition("/")[0]
        graph[name] = (level,) if level != name else ()
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        raise CatalogueFault(f"formulas go round in a circle: {circle}") from error
