"""The declaration of a derived indicator: what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Protocol

from cockpit.errors import CatalogueFault
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown


class Lookup(Protocol):
    """How a formula asks for its inputs; what it asks for becomes the trace.

    A level comes in the unit of the formula's first input unless `unit` names another;
    an input that is not held, or not in a unit that can be brought to it, is None.
    """

    @property
    def period(self) -> Period:
        """The span being calculated."""
        ...

    @property
    def breakdown(self) -> Breakdown:
        """The part being calculated, for example `(("sector", "2"),)`."""
        ...

    def __call__(
        self,
        indicator: str,
        *,
        transformation: Transformation = "level",
        accumulation: Accumulation | None = None,
        breakdown: Breakdown | None = None,
        unit: str | None = None,
        months_earlier: int = 0,
        period: Period | None = None,
    ) -> float | None:
        """One figure of the same area and frequency.

        Period, accumulation and breakdown are those being calculated unless named.
        """
        ...

    def remark(self, text: str) -> None:
        """Leave a sentence, in the reader's language, in the trace of this figure."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A derived indicator; the first of `inputs` settles frequency, accumulation and periods.

    `unit` None is the unit of the first input. `freq` limits the formula to one frequency.
    `note` is an English message id. An `estimate` is marked 估算 wherever it is shown.
    """

    indicator: str
    inputs: tuple[str, ...]
    text: str
    reference: str
    compute: Callable[[Lookup], float | None]
    unit: str | None = None
    freq: Freq | None = None
    note: str = ""
    estimate: bool = False


def gather(*subjects: Iterable[Formula]) -> Mapping[str, Formula]:
    """Put the subjects' formulas together, one an indicator.

    Raises CatalogueFault where an indicator has two formulas or depends on itself.
    """
    formulas: dict[str, Formula] = {}
    for formula in (formula for subject in subjects for formula in subject):
        if formula.indicator in formulas:
            raise CatalogueFault(f"{formula.indicator} has two formulas")
        formulas[formula.indicator] = formula
    _refuse_cycles(formulas)
    return formulas


def _refuse_cycles(formulas: Mapping[str, Formula]) -> None:
    graph = {name: formula.inputs for name, formula in formulas.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise CatalogueFault(
            f"formulas go round in a circle: {' → '.join(error.args[1])}"
        ) from error
