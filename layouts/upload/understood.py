"""What was understood beside what could not be, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.observation import Issue, Observation
from cockpit.wording import period_words
from layouts import terms
from layouts.grid import grid
from layouts.upload.doubts import why
from layouts.upload.sheet.ways import way_to

MOST_ROWS = 20_000
_WEIGHT = ("error", "warning", "info")


def issues(found: Sequence[Issue], batch: int | None = None) -> list[Component]:
    """What could not be understood, counted and listed; nothing where there is nothing.

    The cells of a batch can be looked at.
    """
    return [html.H3(_issue_head(found)), issue_list(found, batch)] if found else []


def records(staged: Staged, catalog: Catalog) -> list[Component]:
    """Every figure that was read, beside what is printed in its cell."""
    if not staged.observations:
        return []
    return [html.H3(_("What was read, cell by cell")), *_records(staged, catalog)]


def issue_list(issues: Sequence[Issue], batch: int | None = None) -> Component:
    """Issues with their cells, the gravest first."""
    ordered = sorted(issues, key=lambda issue: _WEIGHT.index(issue.severity))
    return html.Ul([_issue(issue, batch) for issue in ordered], className="issues")


def record_rows(observations: Sequence[Observation], catalog: Catalog) -> list[dict[str, Any]]:
    """One row a figure, in the order of the sheet."""
    return [_record(one, catalog) for one in observations[:MOST_ROWS]]


def record_columns() -> list[dict[str, Any]]:
    """What stands in each column of the records."""
    widths = {
        "sheet": (_("Sheet"), 110),
        "cell": (_("Cell"), 90),
        "raw": (_("Printed"), 120),
        "indicator": (_("Indicator"), 190),
        "area": (_("Area"), 110),
        "period": (_("Period"), 130),
        "basis": (_("Basis"), 110),
        "measure": (_("Measure"), 130),
        "value": (_("Value"), 120),
        "unit": (_("Unit"), 130),
        "doubt": (_("To be confirmed"), 280),
    }
    return [
        {"field": field, "headerName": name, "width": width, **_SPECIAL.get(field, {})}
        for field, (name, width) in widths.items()
    ]


_SPECIAL: dict[str, dict[str, Any]] = {
    "raw": {"type": "rightAligned"},
    "indicator": {"minWidth": 190, "flex": 1},
    "value": {"type": "rightAligned", "filter": "agNumberColumnFilter"},
    "period": {"cellRenderer": "TrailCell"},
    "doubt": {"cellClass": "doubt", "minWidth": 280, "flex": 1, "tooltipField": "doubt"},
}


def _records(staged: Staged, catalog: Catalog) -> list[Component]:
    rows = record_rows(staged.observations, catalog)
    idle = {"sheet": not any(one.sheet for one in staged.observations)}
    idle["doubt"] = not staged.batch.doubtful
    columns = [column for column in record_columns() if not idle.get(column["field"])]
    table = grid(f"records-{staged.batch.id}", columns, rows)
    hidden = len(staged.observations) - len(rows)
    if not hidden:
        return [table]
    text = _("%(count)s further figures are not listed here; they are part of the batch.")
    return [table, html.P(text % {"count": hidden}, className="note")]


def _record(one: Observation, catalog: Catalog) -> dict[str, Any]:
    known = terms.indicator_name(catalog, one.indicator) if one.indicator else ""
    printed = " › ".join((*one.parents, one.label))
    return {
        "sheet": one.sheet,
        "cell": one.cell,
        "raw": one.raw,
        "indicator": known or _("%(label)s (not in the catalogue)", label=printed),
        "area": terms.area_name(catalog, one.area) if one.area else f"{one.ref_area} ?",
        "period": one.period.end * 100 + one.period.months,
        "period_text": period_words(one.period, one.freq, one.accumulation),
        "basis": terms.basis(one.freq, one.accumulation),
        "measure": terms.measure(one.transformation),
        "value": one.value,
        "unit": terms.unit_name(catalog, one.unit),
        "doubt": " · ".join(why(one)),
    }


def _issue_head(issues: Sequence[Issue]) -> str:
    counts = {weight: sum(i.severity == weight for i in issues) for weight in _WEIGHT}
    texts = {
        "error": _("errors: %(n)s"),
        "warning": _("warnings: %(n)s"),
        "info": _("notes: %(n)s"),
    }
    return " · ".join(texts[w] % {"n": n} for w, n in counts.items() if n)


def _issue(issue: Issue, batch: int | None) -> Component:
    said = issue.message_en if current_locale.get() == "en" else issue.message_zh
    parts = [
        html.Span(terms.severity(issue.severity), className=f"tag tag-{issue.severity}"),
        *_where(issue, batch),
        html.Span(said, className="what"),
        *_beside(issue, said),
    ]
    return html.Li(parts, className=f"issue issue-{issue.severity}")


def _where(issue: Issue, batch: int | None) -> list[Component]:
    text = "!".join(part for part in (issue.sheet, issue.cell) if part)
    if not text:
        return []
    if batch is None or issue.cell is None:
        return [html.Span(text, className="where")]
    return [way_to(batch, issue.sheet, issue.cell, text)]


def _beside(issue: Issue, said: str) -> list[Component]:
    """What was expected and found, where the sentence has not said it."""
    pairs = {_("expected"): issue.expected, _("found"): issue.found}
    return [
        html.Span([f"{name} ", html.Q(text)], className="beside")
        for name, text in pairs.items()
        if text and text not in said
    ]
