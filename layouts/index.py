"""The page every screen is drawn into, in the reader's language."""

from __future__ import annotations

from dash import Dash

from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _


class Index(Dash):
    """A Dash application whose page names its language and title for each reader."""

    def interpolate_index(
        self,
        metas: str = "",
        title: str = "",  # noqa: ARG002 - one for all readers
        css: str = "",
        config: str = "",
        scripts: str = "",
        app_entry: str = "",
        favicon: str = "",
        renderer: str = "",
    ) -> str:
        """Put the page together; called for every request of one."""
        return (
            f'<!DOCTYPE html>\n<html lang="{_language()}">\n'
            f"<head>{metas}<title>{_('Economic-indicator cockpit')}</title>{favicon}{css}</head>\n"
            f"<body>{app_entry}<footer>{config}{scripts}{renderer}</footer></body>\n</html>\n"
        )


def _language() -> str:
    return current_locale.get().replace("_", "-")
