"""What a map prints about its boundaries."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from cockpit.boundaries import FOLDER, Land
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where the boundaries come from, and the approval numbers of maps by the areas they show."""

    source_zh: str
    source_en: str
    approval_numbers: Mapping[str, str]

    def words(self, land: Land) -> str:
        """The line a map prints, in the reader's language; of a pack, what it says of itself."""
        shipped = self.source_en if current_locale.get() == "en" else self.source_zh
        own = land.approval_number if land.source else self.approval_numbers.get(land.area, "")
        return _(
            "Map approval no.: %(number)s · Boundaries: %(source)s",
            number=own or _("to be entered"),
            source=land.source or shipped,
        )


@cache
def attribution() -> Attribution:
    """Read `attribution.toml`."""
    given = tomllib.loads((FOLDER / "attribution.toml").read_text(encoding="utf-8"))
    return Attribution(**given)
