"""One alarm: its figure and threshold, its life, and the step that may be taken now."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.alarm import Alarm, AlarmState, AlarmStep
from cockpit.alarm.office import LONGEST, Told
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.alarms import words
from layouts.explore.address import Exploration, href
from layouts.parts.number import number
from layouts.services import Services

_WAY: tuple[AlarmState, ...] = ("raised", "handled", "replied", "closed")


def body(services: Services, wanted: int, said: str = "") -> list[Component]:
    """Everything about an alarm; `said` is what became of the last step asked for.

    Raises CockpitError where there is no such alarm.
    """
    told = services.alarms.one(wanted)
    sentence = [html.P(said, className="good", role="status")] if said else []
    return [
        _head(told, services),
        *sentence,
        html.Section(_life_line(told.alarm), className="sheet"),
        html.Div([_facts(told, services), *_steps(told.alarm)], className="deciding"),
        html.Section([html.H2(_("History")), _history(told.alarm)], className="sheet"),
    ]


def _head(told: Told, services: Services) -> Component:
    alarm, catalog = told.alarm, services.catalog
    tag = html.Span(words.state_words(alarm.state), className=f"tag alarm-{alarm.state}")
    title = html.H1([words.subject(alarm, catalog), tag], className="page-title")
    about = _("Alarm no. %(id)s · %(bureau)s", id=alarm.id, bureau=words.bureau(alarm, catalog))
    named = html.Div([title, html.P(about, className="quiet")], className="named")
    every = dcc.Link(_("All alarms"), href="/alarms", className="button")
    series = dcc.Link(_("Explore this series"), href=_explored(alarm), className="button")
    return html.Header([named, html.Div([every, series])], className="head")


def _explored(alarm: Alarm) -> str:
    chosen = alarm.selection
    return href(
        Exploration(
            indicator=chosen.indicator,
            areas=(chosen.area,),
            transformation=chosen.transformation,
            accumulation=chosen.accumulation,
            freq=chosen.freq,
            breakdown=chosen.breakdown,
        )
    )


def _facts(told: Told, services: Services) -> Component:
    alarm, catalog = told.alarm, services.catalog
    why, source = words.reason(alarm, services.alarms.thresholds)
    figure = number(words.figure_text(alarm, catalog), alarm.figure)
    rows: list[tuple[str, Component | str]] = [
        (_("Figure"), html.Span([figure, f" · {words.when(alarm, alarm.period)}"])),
        (_("Threshold"), words.limit(alarm, catalog)),
        (_("Ends"), words.release(alarm, catalog)),
        (_("Now"), words.now(told, catalog)),
        (_("Reason"), why),
        (_("Source of the threshold"), source),
        (_("Who answers"), words.bureau(alarm, catalog)),
    ]
    listed = [part for name, text in rows if text for part in (html.Dt(name), html.Dd(text))]
    return html.Section([html.H2(_("Figure and threshold")), html.Dl(listed)], className="sheet")


def _life_line(alarm: Alarm) -> Component:
    """The steps taken and, while it goes on, those ahead."""
    taken = {step.state: step for step in alarm.steps}
    ahead = _WAY if alarm.state in _WAY else ()
    states = dict.fromkeys([*(step.state for step in alarm.steps), *ahead])
    order = sorted(states, key=lambda state: (*_WAY, "voided").index(state))
    return html.Ol([_mark(s, taken.get(s), s == alarm.state) for s in order], className="life")


def _mark(state: AlarmState, step: AlarmStep | None, now: bool) -> Component:
    told: list[Component] = [html.Strong(words.state_words(state))]
    if step:
        told += [html.Span(words.by_whom(step))]
        told += [html.Span(terms.time_words(step.at), className="quiet")]
    else:
        told += [html.Span(_("ahead"), className="quiet")]
    kind = "taken" if step else "ahead"
    return html.Li(told, className=f"{kind} is-{state}{' now' if now else ''}")


def _steps(alarm: Alarm) -> list[Component]:
    if not alarm.ways:
        return []
    person = dcc.Input(
        id="alarm-person",
        type="text",
        placeholder=_("Name"),
        persistence=True,
        maxLength=200,
        className="field",
    )
    text = dcc.Textarea(id="alarm-text", maxLength=LONGEST, className="field")
    parts = [
        html.H2(_("Next step")),
        _labelled(_("By whom"), person),
        _labelled(_asked(alarm.state), text),
        html.Div([_button(s, s == alarm.ways[0]) for s in alarm.ways], className="decision"),
        html.P(id="alarm-refusal", className="bad", role="alert"),
    ]
    return [html.Section(parts, className="sheet steps")]


def _asked(state: AlarmState) -> str:
    return {
        "raised": _("Which measure is taken?"),
        "handled": _("What came of it?"),
        "replied": _("Why it is struck off, or what is still to be done"),
    }.get(state, "")


def _labelled(label: str, field: Component) -> Component:
    return html.Label([html.Span(label), field], className="labelled")


def _button(state: AlarmState, first: bool) -> Component:
    text = {
        "handled": _("Note the measure"),
        "replied": _("Note the reply"),
        "closed": _("Strike off"),
    }[state]
    return html.Button(
        text,
        id={"type": "alarm-step", "state": state},
        type="button",
        className="button primary" if first else "button",
    )


def _history(alarm: Alarm) -> Component:
    names = (_("Step"), _("By whom"), _("Time"), _("In words"))
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    rows = [
        html.Tr(
            [
                html.Td(words.state_words(step.state)),
                html.Td(words.by_whom(step)),
                html.Td(terms.time_words(step.at)),
                html.Td(words.text(step), className="in-words"),
            ]
        )
        for step in alarm.steps
    ]
    return html.Table([head, html.Tbody(rows)], className="batches")
