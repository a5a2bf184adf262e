"""The head of the wall: title, place, how far the figures reach, and the ways out."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from layouts import terms
from layouts.attributes import attributes
from layouts.services import Services


def header(services: Services, area: str, unknown: str) -> Component:
    """The head for one area; `unknown` is a code asked for that the catalogue does not hold."""
    title = html.H1(_("Economic-indicator cockpit"))
    reach = html.Span(id="reach", className="reach")
    left = html.Div([title, _places(services, area), reach, *_refused(unknown)], className="left")
    return html.Header([left, _ways(area)], className="top")


def _refused(unknown: str) -> list[Component]:
    words = _("There is no area %(code)s.", code=unknown)
    return [html.Span(words, className="refused", **attributes(role="alert"))] if unknown else []


def _ways(area: str) -> Component:
    other, name = ("en", "English") if current_locale.get() != "en" else ("zh_CN", "中文")
    links = [
        html.A(_("Explore"), href=f"/explore?area={area}"),
        html.A(_("Bring figures"), href="/upload"),
        html.A(name, href=f"/?area={area}&lang={other}", target="_self", lang=other[:2]),
    ]
    return html.Nav(links, **attributes(aria_label=_("Pages")))


def _places(services: Services, area: str) -> Component:
    """The place shown, and a menu of the others: the home area, then what lies within it."""
    catalog, home = services.catalog, services.home_area
    codes = dict.fromkeys((home, *(one.code for one in catalog.areas.children(home)), area))
    links = [_place(catalog, code, area) for code in codes]
    menu = html.Nav(links, **attributes(aria_label=_("Other places")))
    return html.Details([html.Summary(terms.area_name(catalog, area)), menu], className="place")


def _place(catalog: Catalog, code: str, area: str) -> Component:
    name = terms.area_name(catalog, code)
    here = attributes(aria_current="page") if code == area else {}
    return html.A(name, href=f"/?area={code}", **here)
