"""From a figure to the cells it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cockpit.errors import ArithmeticRefused
from cockpit.i18n import gettext as _
from cockpit.indicator.evaluation import Task, value_in
from cockpit.indicator.look import Look
from cockpit.indicator.trace import Trace
from cockpit.indicator.workings import Workings
from cockpit.observation import Transformation
from cockpit.period import Period
from cockpit.series import Point, Selection, Series, SeriesKey, Step, in_order
from cockpit.statistics import outside
from cockpit.statistics.digits import less
from cockpit.wording import on_screen, signed, step_words

_BESIDE: tuple[Transformation, ...] = ("yoy_levels", "base_implied")


def trace(workings: Workings, selection: Selection, period: Period) -> Trace:
    """The trace of one figure; `missing` where it is neither held nor computable."""
    held = workings.published(selection)
    point = held.at(period)
    if held.key and point and point.observation is not None:
        return _published(workings, held, held.key, point, point.observation)
    task = workings.task(selection)
    return _derived(workings, task, period) if task else _missing(selection, held, period)


def _published(
    workings: Workings, held: Series, key: SeriesKey, point: Point, observation: int
) -> Trace:
    history = workings.holdings.history(key, point.period)
    source = workings.holdings.source(observation)
    return Trace(
        indicator=key.indicator,
        area=key.area,
        period=point.period,
        freq=key.freq,
        accumulation=key.accumulation,
        transformation=key.transformation,
        breakdown=key.breakdown,
        value=point.value,
        unit=held.unit,
        kind="published",
        note=source.correction if source else "",
        steps=_steps(held.steps),
        source=source,
        history=tuple(source for source in history if source.observation != observation),
    )


def _derived(workings: Workings, task: Task, period: Period) -> Trace:
    look = Look(task.inputs, period)
    point = task.figure(look)
    formula, wanted = task.formula, task.wanted
    value, unit = value_in(wanted.unit, point.value, task.unit, workings.units)
    return Trace(
        indicator=wanted.indicator,
        area=wanted.area,
        period=period,
        freq=task.freq,
        accumulation=task.accumulation,
        transformation=wanted.transformation,
        breakdown=wanted.breakdown,
        value=value,
        unit=unit,
        kind="published" if formula.restates else "derived",
        formula=formula.sentence,
        reference=formula.reference,
        note=_notes(task, look),
        steps=_steps((*task.lead.steps, task.step)),
        low=look.bounds.low if look.bounds else None,
        high=look.bounds.high if look.bounds else None,
        members=wanted.members,
        inputs=_inputs(workings, look),
    )


def beside(workings: Workings, found: Trace) -> tuple[Trace, ...]:
    """What stands next to a figure: ratio and base beside a rate, the whole beside its areas."""
    if found.members:
        return _whole(workings, found)
    if found.transformation != "yoy" or found.source is None:
        return ()
    asked = [
        Selection(
            indicator=found.indicator,
            area=found.area,
            freq=found.freq,
            accumulation=found.accumulation,
            transformation=transformation,
            breakdown=found.breakdown,
        )
        for transformation in _BESIDE
    ]
    traces = [_input(workings, selection, found.period) for selection in asked]
    return tuple(one for one in traces if one.value is not None or one.note)


def _whole(workings: Workings, found: Trace) -> tuple[Trace, ...]:
    """The figure published for the area itself, and how the areas put together differ from it."""
    asked = Selection(
        indicator=found.indicator,
        area=found.area,
        freq=found.freq,
        accumulation=found.accumulation,
        transformation=found.transformation,
        breakdown=found.breakdown,
        unit=found.unit,
    )
    own = _input(workings, asked, found.period)
    if own.value is None or found.value is None:
        return ()
    return (replace(own, note="; ".join(part for part in (own.note, _apart(own, found)) if part)),)


def _apart(own: Trace, found: Trace) -> str:
    if own.value is None or found.value is None:
        return ""
    if own.transformation != "yoy":
        rest = signed(less(own.value, found.value), 2)
        return _("The areas leave %(rest)s of it.", rest=on_screen(rest))
    rates = [one.value for one in found.inputs if one.transformation == "yoy"]
    if not outside(own.value, rates):
        return ""
    return _("Beyond that of every area: a scope or a weight does not fit, or people moved.")


def _steps(steps: Iterable[Step]) -> tuple[str, ...]:
    return tuple(step_words(step) for step in in_order(steps))


def _inputs(workings: Workings, look: Look) -> tuple[Trace, ...]:
    asked = {(asked.selection, asked.period): None for asked in look.asked}
    return tuple(_input(workings, selection, period) for selection, period in asked)


def _input(workings: Workings, selection: Selection, period: Period) -> Trace:
    try:
        return trace(workings, selection, period)
    except ArithmeticRefused as refusal:
        return _missing(selection, None, period, str(refusal))


def _notes(task: Task, look: Look) -> str:
    estimate = [_("estimated")] if task.formula.estimate else []
    note = [_(task.formula.note)] if task.formula.note else []
    return "; ".join((*estimate, *note, *dict.fromkeys(look.remarks)))


def _missing(selection: Selection, held: Series | None, period: Period, note: str = "") -> Trace:
    key = held.key if held else None
    return Trace(
        indicator=selection.indicator,
        area=selection.area,
        period=period,
        freq=key.freq if key else selection.freq or "M",
        accumulation=key.accumulation if key else selection.accumulation or "period",
        transformation=selection.transformation,
        breakdown=selection.breakdown,
        value=None,
        unit=selection.unit or (held.unit if held else ""),
        kind="missing",
        note=note,
    )
