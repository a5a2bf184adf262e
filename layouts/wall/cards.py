"""The strip of key figures: the measure that matters, large, and how it has changed."""

from __future__ import annotations

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.period import Freq
from cockpit.series import CHINA, Point, Selection
from cockpit.wording import number as number_text
from layouts import terms
from layouts.explore.reading import Line
from layouts.figures.sparkline import sparkline
from layouts.parts.frame import badge
from layouts.parts.number import arrow, number, tone
from layouts.wall.sentences import change, when
from layouts.wall.view import View

SPARK = 13
FEWEST = 3
LARGE = 10_000


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
        _growth(_("GDP") if area != CHINA else _("Gross domestic product"), "gdp"),
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
    foot = html.Footer([html.Span(_when(main)), badge(view.fresh(main, card.indicator))])
    latest = main.series.latest
    inside = (
        _held(view, main, latest, level)
        if latest
        else [html.P(_("no figure"), className="nothing")]
    )
    return html.Article([head, *inside, foot], className="card")


def _held(view: View, main: Line, latest: Point, level: Line | None) -> list[Component]:
    return [
        html.Div([_large(view, main, latest), _spark(view, main)], className="main"),
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
    unit = html.Span(terms.unit_name(view.catalog, line.series.unit), className="unit")
    said = number(_text(view, line, point), line.trail(point), way)
    return html.Span([*mark, said, unit], className="large" if rate else "large plain")


def _beside(view: View, level: Line | None) -> list[Component]:
    latest = level.series.latest if level else None
    if level is None or latest is None:
        return []
    name = terms.unit_name(view.catalog, level.series.unit)
    said = number(_text(view, level, latest), level.trail(latest))
    return [said, html.Span(name, className="unit")]


def _text(view: View, line: Line, point: Point) -> str:
    """A figure as the screens write it; large totals without decimals, as releases do."""
    key = line.key
    if key is None:
        return ""
    if key.transformation == "level" and (point.value or 0.0) >= LARGE:
        return number_text(point.value, 0)
    return terms.figure(
        view.catalog, key.indicator, key.transformation, point.value, line.series.unit
    )


def _spark(view: View, line: Line) -> Component:
    values = [point.value for point in line.series.points][-SPARK:]
    if len(values) < FEWEST:
        return html.Span()
    drawn = sparkline(values, view.style.palette)
    return html.Img(src=drawn, alt="", className="spark")
