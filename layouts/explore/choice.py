"""One of many, found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import dcc
from dash.development.base_component import Component

from cockpit.i18n import gettext as _


def choice(
    name: str | dict[str, str | int],
    options: Sequence[Any],
    chosen: str | list[str] | None,
    hint: str,
    *,
    clearable: bool = False,
    multi: bool = False,
) -> Component:
    """A field that opens a list to search in; several choices count once the list is closed."""
    return dcc.Dropdown(
        list(options),
        chosen,
        id=name,
        placeholder=hint,
        labels={
            "select_all": _("Select all"),
            "deselect_all": _("Select none"),
            "selected_count": _("%(count)s chosen", count="{num_selected}"),
            "search": _("Search"),
            "clear_search": _("Clear search"),
            "clear_selection": _("Clear"),
            "no_options_found": _("Nothing found"),
        },
        maxHeight=320,
        clearable=clearable,
        multi=multi,
        debounce=multi,
        closeOnSelect=not multi,
    )
