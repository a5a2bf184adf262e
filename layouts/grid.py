"""Tables that can be sorted, filtered and walked through by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_ag_grid as dag
from dash.development.base_component import Component

from cockpit.i18n import gettext as _

_SHORT = 12
_DEFAULT = {"sortable": True, "resizable": True, "filter": True, "minWidth": 80}


def grid(name: str, columns: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]]) -> Component:
    """A table; long ones scroll within a frame of their own, short ones stand whole."""
    short = len(rows) <= _SHORT
    return dag.AgGrid(
        id=name,
        columnDefs=list(columns),
        rowData=list(rows),
        defaultColDef=_DEFAULT,
        className=f"grid {'grid-short' if short else 'grid-long'}",
        style={} if short else {"height": None},
        dashGridOptions={
            "domLayout": "autoHeight" if short else "normal",
            "enableCellTextSelection": True,
            "ensureDomOrder": True,
            "suppressDragLeaveHidesColumns": True,
            "animateRows": False,
            "localeText": _texts(),
        },
    )


def _texts() -> dict[str, str]:
    return {
        "noRowsToShow": _("Nothing to show"),
        "filterOoo": _("Filter…"),
        "equals": _("Equals"),
        "notEqual": _("Does not equal"),
        "contains": _("Contains"),
        "notContains": _("Does not contain"),
        "startsWith": _("Begins with"),
        "endsWith": _("Ends with"),
        "blank": _("Is blank"),
        "notBlank": _("Is not blank"),
        "lessThan": _("Less than"),
        "lessThanOrEqual": _("At most"),
        "greaterThan": _("More than"),
        "greaterThanOrEqual": _("At least"),
        "inRange": _("Between"),
        "inRangeStart": _("From"),
        "inRangeEnd": _("To"),
        "andCondition": _("And"),
        "orCondition": _("Or"),
    }
