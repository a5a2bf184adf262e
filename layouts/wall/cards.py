"""The strip of key figures: the measure that matters, large, and how it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

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


def cards(view: View) -> list[Component]:
    """Every card of the strip."""
    return [_card(view, card) for card in chosen(view.area)]


def _card(view: View, card: Card) -> Component:
    main = view.line(card.main)
    level = view.line(card.level) if card.level else None
    if main.series.latest is None and level is not None and level.series.latest:
        main, level = level, None
    href = f"/explore/{card.indicator}?area={view.area}"
    head = html.Header(html.A(card.name, href=href))
    age = html.P([html.Span(_when(main)), badge(view.fresh(main, card.indicator))])
    foot = html.Footer([age, *_spark(view, main)])
    latest = main.series.latest
    if latest is None:
        return html.Article(
            [head, html.P(_("no figure"), className="nothing"), foot], className="card"
        )
    return html.Article([head, *_held(view, main, latest, level), foot], className="card")


def _held(view: View, main: Line, latest: Point, level: Line | None) -> list[Component]:
    return [
        _large(view, main, latest),
        html.P(_beside(view, level), className="level"),
        html.P(change(main, latest), className="change"),
    ]


def _when(line: Line) -> str:
    latest, key = line.series.latest, line.key
    return when(key, latest.period) if latest and key else ""


def _large(view: View, line: Line, point: Point) -> Component:
    rate = line.key is not None and line.key.transformation == "yoy"
    way = tone(point.value) if rate else ""
    mark = [html.Span(arrow(point.value), className=f"arrow {way}")] if rate else []
    text, unit = amount(view, line, point.value or 0.0)
    said = number(text, line.trail(point), way)
    name = html.Span(unit, className="unit")
    return html.P([*mark, said, name], className="large" if rate else "large plain")


def _beside(view: View, level: Line | None) -> list[Component]:
    latest = level.series.latest if level else None
    if level is None or latest is None:
        return []
    text, unit = amount(view, level, latest.value or 0.0)
    return [number(text, level.trail(latest)), html.Span(unit, className="unit")]


def _spark(view: View, line: Line) -> list[Component]:
    values = [point.value for point in line.series.points][-SPARK:]
    if len(values) < FEWEST:
        return []
    words = _("The last %(count)s figures", count=len(values))
    return [html.Img(src=sparkline(values, view.style.palette), alt=words, className="spark")]
