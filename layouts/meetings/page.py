"""The list of meetings with their screens, and a form to freeze another."""

from __future__ import annotations

from urllib.parse import quote

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.i18n import gettext as _
from cockpit.meeting import Meeting
from layouts import terms
from layouts.desk import desk
from layouts.services import Services


def layout(services: Services, url: str) -> Component:
    """`/meetings`."""
    return desk(
        [
            html.H1(_("Meetings"), className="page-title"),
            html.Div(
                [
                    html.Section(listing(services), id="meeting-list", className="sheet"),
                    html.Section(_form(), className="sheet steps"),
                ],
                className="deciding",
            ),
        ],
        url,
        "meetings",
    )


def listing(services: Services) -> list[Component]:
    """Every meeting, newest first, and what of it is not as it was."""
    found = services.meetings.listed()
    if not found:
        return [html.P(_("No meeting has been frozen."), className="quiet")]
    names = ("", _("Meeting"), _("Figures as known on"), _("Open"), _("By whom"), _("Since then"))
    head = html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))
    rows = [_row(services, meeting) for meeting in found]
    return [html.Table([head, html.Tbody(rows)], className="batches")]


def _row(services: Services, meeting: Meeting) -> Component:
    doubts = services.meetings.doubts(meeting)
    since = html.Span(" ".join(doubts), className="note") if doubts else _("nothing has changed")
    given = f"as_of={quote(meeting.moment)}&meeting={meeting.id}"
    ways = [
        html.A(_("Wall"), href=f"/?{given}"),
        " · ",
        dcc.Link(_("Explore"), href=f"/explore?{given}"),
    ]
    cells = (
        str(meeting.id),
        meeting.name,
        terms.time_words(meeting.as_of),
        html.Span(ways),
        f"{meeting.person} {terms.time_words(meeting.at)}",
        since,
    )
    return html.Tr([html.Td(cell) for cell in cells])


def _form() -> list[Component]:
    return [
        html.H2(_("Freeze the figures of now")),
        _labelled(_("Meeting"), _text("meeting-name", _("Analysis of the economy in August"))),
        _labelled(_("As known on, where not now"), _text("meeting-as-of", "2026-08-20T09:30", 40)),
        _labelled(_("By whom"), _text("meeting-person", _("Name"), persistence=True)),
        html.Div(
            html.Button(
                _("Freeze"), id="meeting-freeze", type="button", className="button primary"
            ),
            className="decision",
        ),
        html.P(id="meeting-refusal", className="bad", role="alert"),
    ]


def _text(name: str, hint: str, longest: int = 100, *, persistence: bool = False) -> Component:
    return dcc.Input(
        id=name,
        type="text",
        placeholder=hint,
        persistence=persistence,
        maxLength=longest,
        className="field",
    )


def _labelled(label: str, field: Component) -> Component:
    return html.Label([html.Span(label), field], className="labelled")
