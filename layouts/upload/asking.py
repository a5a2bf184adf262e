"""What the reader asks about a file: each question once, beside the cells it is about."""

from __future__ import annotations

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import Batch
from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.memory.questions import Question
from cockpit.reading import Excerpt
from layouts.attributes import attributes
from layouts.upload.answering import Choices, kept_words
from layouts.upload.sentences import sentence
from layouts.upload.sheet.ways import way_to

MOST = 40
RULES = frozenset({"P02", "P04", "P07", "P08", "P19", "P20", "P21"})
"""Issues that say no more than a question does."""


def asking(batch: Batch, asked: Sequence[Question], catalog: Catalog) -> list[Component]:
    """The questions with what answers them; nothing where all is certain."""
    if not asked:
        return []
    shown = asked[:MOST]
    choices = Choices(shown, catalog)
    lines = [_line(batch.id, n, one, choices, catalog) for n, one in enumerate(shown)]
    head = _("Questions: %(count)s", count=len(asked))
    return [
        html.Section(
            [
                html.H3(head),
                html.P(_promise(batch), className="quiet"),
                html.Ol(lines, className="questions"),
                *_more(len(asked) - len(shown)),
                _foot(batch.id, shown),
            ],
            className="asking",
            **attributes(aria_label=head),
        )
    ]


def part(kind: str, batch: int, n: int | None = None) -> dict[str, str | int]:
    """The id of a part of the questions about a batch."""
    place = {"type": f"upload-{kind}", "batch": batch}
    return place if n is None else place | {"n": n}


def _promise(batch: Batch) -> str:
    if not batch.family:
        return _("Neither name nor title say what kind of file this is, so no answer can be kept.")
    return _(
        "Answered once, remembered for every file of the kind “%(family)s”: the next is not asked "
        "about.",
        family=batch.family,
    )


def _line(batch: int, n: int, question: Question, choices: Choices, catalog: Catalog) -> Component:
    about = html.Div(
        [
            html.P(sentence(question, catalog), className="what"),
            html.Div([*_choice(batch, n, question, choices), _keep(batch, n, question)]),
        ],
        className="question",
    )
    first = question.first
    at = "!".join(part for part in (first.sheet, first.cell) if part)
    way = way_to(batch, first.sheet, first.cell, _("Show %(cell)s in the sheet", cell=at))
    excerpt = [_cells(question.excerpt)] if question.excerpt else []
    beside = html.Div([*excerpt, way], className="place")
    return html.Li([about, beside], id=f"question-{batch}-{n}", tabIndex="-1")


def _choice(batch: int, n: int, question: Question, choices: Choices) -> list[Component]:
    return [choices.field(part("choice", batch, n), question)]


def _keep(batch: int, n: int, question: Question) -> Component:
    option = {"label": kept_words(question.subject), "value": "keep"}
    return dcc.Checklist([option], [], id=part("keep", batch, n), className="keep")


def _cells(excerpt: Excerpt) -> Component:
    """Printed cells with their rows and columns named as a spreadsheet program names them."""
    names = [html.Th(), *(html.Th(letters, scope="col") for letters in excerpt.columns)]
    body = [
        html.Tr([html.Th(str(row), scope="row"), *_texts(excerpt, row, texts)])
        for row, texts in zip(excerpt.rows, excerpt.texts, strict=True)
    ]
    return html.Table([html.Thead(html.Tr(names)), html.Tbody(body)], className="cells")


def _texts(excerpt: Excerpt, row: int, texts: Sequence[str]) -> list[Component]:
    places = (f"{letters}{row}" for letters in excerpt.columns)
    return [
        html.Td(text, className="asked" if place == excerpt.cell else None, title=text)
        for place, text in zip(places, texts, strict=True)
    ]


def _more(count: int) -> list[Component]:
    if count <= 0:
        return []
    text = _("Further questions come after these: %(count)s.", count=count)
    return [html.P(text, className="quiet")]


def _foot(batch: int, asked: Sequence[Question]) -> Component:
    button = html.Button(
        _("Remember and read again"),
        id=part("remember", batch),
        type="button",
        className="button primary",
    )
    rest = {"label": _("All others are right as they were read"), "value": "rest"}
    held = [{"subject": one.subject, "printed": list(one.printed)} for one in asked]
    return html.Div(
        [
            button,
            dcc.Checklist([rest], [], id=part("rest", batch), className="keep"),
            html.P(id=part("unanswered", batch), className="bad", role="alert"),
            dcc.Store(id=part("asked", batch), data=held),
            dcc.Location(id=part("again", batch), refresh="callback-nav"),
        ],
        className="decision",
    )
