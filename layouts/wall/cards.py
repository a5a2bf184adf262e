"""The strip of key figures: the measure that matters, large, and how it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.freshness import Freshness
from cockpit.i18n import gettext as _
from cockpit.period import Freq
from cockpit.series import CHINA, Point, Selection
from layouts.explore.reading import Line
from layouts.figures.sparkline import sparkline
from layouts.panels.amounts import amount
from layouts.panels.sentences import change, when
from layouts.panels.view import View
from layouts.parts.frame import badge
from layouts.parts.number import arrow, number, tone

SPARK = 13
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure: `main` is shown large, `level` beside it where there is one."""

    name: str
    main: Selection
    level: Selection | None = None

    @property
    def indicator(self) -> str:
        """The indicator the card speaks of."""
        return self.main.indicator


@dataclass(frozen=True, slots=True)
class Told:
    """A card with the series it shows of a place, and how late they are."""

    card: Card
    main: Line
    level: Line | None
    fresh: Freshness


def chosen(area: str) -> tuple[Card, ...]:
    """The headline set, named in the reader's language."""
    return (
        _growth(_("GDP") if area != CHINA else _("National GDP"), "gdp"),
        Card(_("Industry"), _rate("ind_va_growth")),
        Card(_("Fixed investment"), _rate("fai"), Selection(indicator="fai")),
        _growth(_("Retail sales"), "retail_total"),
        # The monthly releases of trade speak of dollars, the yearly ones of yuan.
        Card(
            _("Goods trade"),
            _rate("trade_total", "A"),
            Selection(indicator="trade_total", freq="A"),
        ),
        _growth(_("Budget revenue"), "budget_revenue"),
        Card(_("Consumer prices"), Selection(indicator="cpi", transformation="yoy", freq="M")),
        Card(_("Unemployment"), Selection(indicator="unemp_survey")),
    )


def _rate(indicator: str, freq: Freq | None = None) -> Selection:
    return Selection(indicator=indicator, transformation="yoy", freq=freq)


def _growth(name: str, indicator: str) -> Card:
    return Card(name, _rate(indicator), Selection(indicator=indicator))


def told(view: View) -> list[Told]:
    """What each card shows of the place: growth, or the level where no growth is held."""
    return [_told(view, card) for card in chosen(view.area)]


def cards(view: View) -> list[Component]:
    """Every card of the strip."""
    return [_card(view, card) for card in told(view)]


def _told(view: View, card: Card) -> Told:
    main = view.line(card.main)
    level = view.line(card.level) if card.level else None
    if main.series.latest is None and level is not None and level.series.latest:
        main, level = level, None
    return Told(card, main, level, view.fresh(main, card.indicator))


def _card(view: View, shown: Told) -> Component:
    main, latest = shown.main, shown.main.series.latest
    name = html.A(shown.card.name, href=f"/explore/{shown.card.indicator}?area={view.area}")
    age = html.P([html.Span(_when(view, main)), badge(shown.fresh)])
    foot = html.Footer([age, *_spark(view, main)])
    inside = (
        _held(view, main, latest, shown.level)
        if latest
        else [html.P(_("no figure"), className="nothing")]
    )
    return html.Article([html.Header(name), *inside, foot], className="card")


def _held(view: View, main: Line, latest: Point, level: Line | None) -> list[Component]:
    rate = main.key is not None and main.key.transformation == "yoy"
    text, unit = amount(view, main, latest.value or 0.0)
    ratio = unit == "%"
    below = _beside(view, level) if ratio else [_unit(unit)]
    way = tone(latest.value) if rate else ""
    mark = [html.Span(arrow(latest.value), className=f"arrow {way}")] if rate else []
    said = number(text, main.trail(latest), way)
    return [
        html.P(
            [*mark, said, *([_unit(unit)] if ratio else [])],
            className="large" if rate else "large plain",
        ),
        html.P(below, className="level"),
        html.P(change(main, latest), className="change"),
    ]


def _unit(name: str) -> Component:
    return html.Span(name, className="unit")


def _when(view: View, line: Line) -> str:
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return ""
    words = when(key, latest.period)
    return f"{words} · {_('computed')}" if view.computed(line) else words


def _beside(view: View, level: Line | None) -> list[Component]:
    latest = level.series.latest if level else None
    if level is None or latest is None:
        return []
    text, unit = amount(view, level, latest.value or 0.0)
    return [number(text, level.trail(latest)), _unit(unit)]


def _spark(view: View, line: Line) -> list[Component]:
    curve = view.curve(line, "", SPARK)
    if curve is None or len(curve.marks) < FEWEST:
        return []
    values = [mark.value if mark else None for mark in curve.runs()]
    words = _("The last %(count)s figures", count=len(curve.marks))
    return [html.Img(src=sparkline(values, view.style.palette), alt=words, className="spark")]
