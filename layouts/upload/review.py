"""One file under review: what was understood, what could not be, and the decision."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.batch import OPEN, Staged
from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.memory.questions import Question
from layouts.services import Foretell
from layouts.upload.asking import RULES, asking
from layouts.upload.decision import decision
from layouts.upload.doubts import doubts
from layouts.upload.sheet.states import asked_about, figure_state
from layouts.upload.sheet.view import sheet_view
from layouts.upload.summary import summary
from layouts.upload.understood import issues, records


def review(
    staged: Staged, asked: Sequence[Question], foretell: Foretell, catalog: Catalog
) -> Component:
    """The card of one file; what it asks is not said again among its issues."""
    batch = staged.batch
    numbers = asked_about(asked)
    figures = (one for one in staged.observations if one.value is not None)
    in_doubt = sum(figure_state(one, numbers) == "doubt" for one in figures)
    said = [issue for issue in staged.issues if not (asked and issue.issue in RULES)]
    head = [
        html.H2(batch.file_name),
        html.Span(_("Batch no. %(id)s", id=batch.id), className="quiet"),
    ]
    decided = html.Div(
        decision(staged, foretell, catalog), id=outcome(batch.id), className="outcome"
    )
    return html.Article(
        [
            html.Header(head),
            html.P(summary(staged.observations, in_doubt, catalog), className="lead"),
            *_copy(staged.duplicate_of),
            *sheet_view(staged),
            *asking(batch, asked, catalog),
            *issues(said, batch.id if batch.state in OPEN else None),
            *([] if asked else doubts(staged.observations, batch.id)),
            decided,
            *records(staged, catalog),
        ],
        className="sheet review",
    )


def outcome(batch: int) -> dict[str, str | int]:
    """The id of the place where the decision stands, and afterwards what became of it."""
    return {"type": "upload-outcome", "batch": batch}


def _copy(batch: int | None) -> list[Component]:
    if batch is None:
        return []
    text = _("This very file stands published already, as batch no. %(id)s.", id=batch)
    return [html.P(text, className="note")]
