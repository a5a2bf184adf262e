"""这个数从哪来: the drawer that answers where a number comes from.

Whatever carries `data-trail`, and every point of a chart whose customdata is a figure's name,
opens it; `assets/31-trail.js` listens once for the whole page.
"""

from __future__ import annotations

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.moment import as_of
from cockpit.trail import parse_trail_key
from layouts.attributes import attributes
from layouts.services import Services
from layouts.trail.answer import answer as answered


def drawer() -> Component:
    """The closed drawer; the shell places it once, beside the page."""
    close = html.Button(
        "×", id="trail-close", type="button", title=_("Close"), **attributes(aria_label=_("Close"))
    )
    title = html.H2(_("Where this number comes from"), id="trail-title")
    answer = html.Div(id="trail-answer", className="trail-answer", **attributes(aria_live="polite"))
    return html.Div(
        [
            dcc.Store(id="trail-figure"),
            html.Dialog(
                [html.Header([title, close], className="trail-head"), answer],
                id="trail",
                className="trail",
                **attributes(aria_labelledby="trail-title"),
            ),
        ]
    )


def register(app: Dash, services: Services) -> None:
    """Let the drawer ask the server; the browser holds names of figures, never their trail."""

    @app.callback(
        Output("trail-answer", "children"),
        Input("trail-figure", "data"),
        prevent_initial_call=True,
    )
    def answer(asked: tuple[str, str | None, int]) -> Component:
        key, known, _when_asked = asked
        return explained(services, key, known)


def hidden() -> Component:
    """What a wall with a token is told."""
    words = _("This wall shows figures; where they come from is told at the desk.")
    return html.P(words, className="sentence")


def explained(services: Services, key: str, known: str | None) -> Component:
    """The answer for one figure, as known at a time, or the sentence why there is none."""
    try:
        selection, period = parse_trail_key(key)
        trace = services.calculator(as_of(known)).explain(selection, period)
    except CockpitError as refusal:
        return html.P(str(refusal), className="sentence")
    return answered(trace, services.catalog, known)
