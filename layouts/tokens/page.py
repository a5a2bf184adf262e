"""Walls that may look without an account: which, until when, and a form for another."""

from __future__ import annotations

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.wall import DAYS, Wall
from cockpit.wall.office import now
from layouts import terms
from layouts.attributes import attributes
from layouts.desk import desk
from layouts.explore.address import Exploration
from layouts.explore.choice import choice
from layouts.explore.controls import area_options
from layouts.services import Services
from layouts.wall.scene import Scenes
from layouts.wall.scenes import read_scenes


def layout(services: Services, url: str) -> Component:
    """`/admin` for whoever runs the cockpit, on its machine only."""
    try:
        shown = listing(services)
    except CockpitError as refusal:
        return desk([html.P(str(refusal), className="bad")], url, "tokens")
    title = html.H1(_("Walls with a token"), className="page-title")
    open_walls = html.A(_("Walls open now"), href="/admin/walls", className="button")
    return desk(
        [
            html.Div([title, open_walls], className="head"),
            html.Div(
                [
                    html.Section(shown, id="token-list", className="sheet"),
                    html.Section(_form(services), className="sheet steps"),
                ],
                className="deciding",
            ),
        ],
        url,
        "tokens",
    )


def listing(services: Services) -> list[Component]:
    """Every wall; raises CockpitError where they are not for whoever asks."""
    walls = services.walls()
    if not walls:
        return [html.P(_("No wall has a token."), className="quiet")]
    scenes = read_scenes(services.scenes, services.catalog)
    names = ("", _("Which wall"), _("State"), _("Scenes"), _("Areas"), _("Until"), _("Made by"), "")
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    rows = [_row(wall, services.catalog, scenes) for wall in walls]
    return [html.Table([head, html.Tbody(rows)], className="batches")]


def made(token: str) -> list[Component]:
    """The link of a new token, which is shown this once."""
    field = dcc.Input(
        id="token-link",
        value=f"/open-wall#{token}",
        readOnly=True,
        className="field",
    )
    said = _("Open this link once on the wall. It is shown only now; the cockpit keeps no copy.")
    return [html.P(said, className="good", role="status"), field]


def _row(wall: Wall, catalog: Catalog, scenes: Scenes) -> Component:
    areas = terms.comma(terms.area_name(catalog, code) for code in wall.areas)
    first = wall.steps[0]
    cells = (
        str(wall.id),
        wall.name,
        html.Span(_state(wall), className="tag" if wall.stands(now()) else "tag tag-withdrawn"),
        terms.comma(scenes[name].name if name in scenes else name for name in wall.scenes),
        areas,
        terms.time_words(wall.expires),
        f"{first.person} {terms.time_words(first.at)}",
        _revoking(wall),
    )
    return html.Tr([html.Td(cell) for cell in cells])


def _state(wall: Wall) -> str:
    if wall.state == "revoked":
        return _("revoked")
    state = _("in use") if wall.stands(now()) else _("expired")
    return _("%(state)s, for visitors", state=state) if wall.visitor else state


def _revoking(wall: Wall) -> Component | str:
    last = wall.steps[-1]
    if wall.state == "revoked":
        return _("by %(person)s: %(reason)s", person=last.person, reason=last.text)
    name = {"type": "token-revoke", "wall": wall.id}
    return html.Button(_("Revoke"), id=name, type="button", className="button")


def _form(services: Services) -> list[Component]:
    found = read_scenes(services.scenes, services.catalog).values()
    scenes = [{"label": one.name, "value": one.id, "search": f"{one.zh} {one.en}"} for one in found]
    shown = Exploration(indicator=None, areas=(services.home_area,))
    areas = area_options(shown, services.catalog)
    return [
        html.H2(_("Another wall")),
        _labelled(_("Which wall"), _text("token-name", _("Hall on the second floor"))),
        _labelled(_("Scenes"), choice("token-scenes", scenes, [], _("Nothing chosen"), multi=True)),
        _labelled(
            _("Areas, each with all in it"),
            choice("token-areas", areas, [services.home_area], _("Name or code"), multi=True),
        ),
        _labelled(_("Good for days"), _number("token-days")),
        dcc.Checklist(
            id="token-visitor",
            options=[
                {"label": _("For visitors: never shows what is not released"), "value": "yes"}
            ],
            value=[],
        ),
        _labelled(_("By whom"), _text("token-person", _("Name"), persistence=True)),
        html.Div(
            html.Button(
                _("Make a token"), id="token-make", type="button", className="button primary"
            ),
            className="decision",
        ),
        html.Div(id="token-made", className="token-made", **attributes(aria_live="polite")),
        html.P(id="token-refusal", className="bad", role="alert"),
    ]


def _text(name: str, hint: str, persistence: bool = False) -> Component:
    return dcc.Input(
        id=name,
        type="text",
        placeholder=hint,
        persistence=persistence,
        maxLength=100,
        className="field",
    )


def _number(name: str) -> Component:
    return dcc.Input(id=name, type="number", value=DAYS, min=1, step=1, className="field")


def _labelled(label: str, field: Component) -> Component:
    return html.Label([html.Span(label), field], className="labelled")
