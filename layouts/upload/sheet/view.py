"""The reading view of one batch: tabs, legend, table, and the words for what is pointed at."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from cockpit.batch import OPEN, Staged
from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.memory.questions import Question
from cockpit.observation import Observation
from cockpit.reading import SheetWindow
from layouts.attributes import attributes
from layouts.upload.sheet.figures import Fact, explained
from layouts.upload.sheet.legend import legend
from layouts.upload.sheet.states import asked_about, figure_state, states
from layouts.upload.sheet.table import table
from layouts.upload.sheet.turning import tabs, turning

_CALLED = ("file", "sheet", "caption")


def sheet_view(staged: Staged) -> list[Component]:
    """The place of the view, filled as soon as it stands; nothing for a batch that is decided."""
    if staged.batch.state not in OPEN or not staged.observations:
        return []
    batch = staged.batch.id
    first = [staged.observations[0].sheet, 0, 0]
    return [
        html.Section(
            [
                html.H3(_("Your sheet, and how it was read")),
                dcc.Store(id={"type": "upload-place", "batch": batch}, data=first),
                html.Div(id={"type": "upload-window", "batch": batch}, className="window"),
            ],
            className="sheet-view",
            **attributes(data_batch=str(batch)),
        )
    ]


def window_view(
    window: SheetWindow, staged: Staged, asked: Sequence[Question], catalog: Catalog
) -> list[Component]:
    """One window with everything that the browser says about its cells."""
    numbers = asked_about(asked)
    records = [one for one in staged.observations if one.sheet == window.sheet]
    here = [one for one in records if one.cell in window.evidence]
    found = states(window, here, numbers)
    counts = Counter(figure_state(one, numbers) for one in records)
    marked = attributes(
        data_words=json.dumps(_words(window, here, numbers, catalog), ensure_ascii=False),
        data_sheet=window.sheet,
        data_span=json.dumps([window.top, window.left, *_size(window)]),
    )
    return [
        *tabs(window, staged.observations),
        legend(counts, window.left_out),
        html.Div(
            [
                html.Div(
                    [
                        *_called(window),
                        html.Div(table(window, found), className="frame"),
                        *turning(window),
                    ],
                    className="shown",
                ),
                html.Div(className="said", **attributes(aria_live="polite")),
            ],
            className="leaf",
            **marked,
        ),
    ]


def _size(window: SheetWindow) -> tuple[int, int]:
    return len(window.texts), max(map(len, window.texts), default=0)


def _called(window: SheetWindow) -> list[Component]:
    """File name, sheet name and caption, where they say something."""
    names = _place_names()
    chips = [
        html.Span(
            [html.Small(names[place]), f" {window.said[place]}"],
            className="says",
            tabIndex="-1",
            **attributes(data_cell=place),
        )
        for place in _CALLED
        if window.said.get(place)
    ]
    return [html.Div(chips, className="called")] if chips else []


def _place_names() -> dict[str, str]:
    return {"file": _("File name"), "sheet": _("Sheet name"), "caption": _("Caption")}


def _words(
    window: SheetWindow,
    records: Sequence[Observation],
    asked: Mapping[tuple[str, str], int],
    catalog: Catalog,
) -> dict[str, Any]:
    """Facts once each, figures by address with the numbers of their facts."""
    facts: dict[Fact, int] = {}
    figures: dict[str, Any] = {}
    for one in records:
        found = explained(one, window.evidence[one.cell], catalog)
        figures[one.cell] = {
            "sentence": found.sentence,
            "facts": [facts.setdefault(fact, len(facts)) for fact in found.facts],
            "doubts": found.doubts,
            "question": asked.get((one.sheet, one.cell)),
        }
    return {
        "facts": list(facts),
        "figures": figures,
        "unread": {cell: _(reason) for cell, reason in window.unread.items()},
        "printed": window.said,
        "names": _place_names(),
        "texts": {
            "hint": _("Point at a figure, or walk with the arrow keys."),
            "unprinted": _("not printed by itself"),
            "unread": _("Not read: {why}."),
            "says": _("Says for {count} figures here: {what}."),
            "question": _("Go to the question"),
            "words": _("Words that say nothing about a figure."),
        },
    }
