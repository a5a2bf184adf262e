"""What the address of a wall asks for, and how to write another address that differs in little."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from urllib.parse import urlencode

from cockpit.catalog import Catalog
from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.moment import as_of

CHOICES: Mapping[str, tuple[str, ...]] = {
    "distance": ("far", "mid", "near", "elder"),
    "theme": ("dark", "light"),
    "direction": ("red", "green", "orange"),
    "rotate": ("on", "off"),
}
"""What each setting may be, its default first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A place, how the wall is to look, and as known when; `refused` are sentences about the rest.

    `meeting` is the number of the one whose moment `as_of` is. `distance` is the farthest
    reader's, `direction` the colour of a rise. `visitor` is "1" where visitors look on.
    """

    area: str
    distance: str = "far"
    theme: str = "dark"
    direction: str = "red"
    rotate: str = "on"
    as_of: str = ""
    meeting: str = ""
    visitor: str = ""
    refused: tuple[str, ...] = ()

    @property
    def moment(self) -> datetime | None:
        """The time as known on which the wall reads, None for now."""
        return as_of(self.as_of)

    def address(self, scene: str, **changes: str) -> str:
        """The address of a scene with the same settings, or with some of them changed."""
        changed = replace(self, refused=(), **changes)
        given = {"area": changed.area} | {
            field.name: value
            for field in fields(changed)
            if (value := getattr(changed, field.name)) and value != field.default
            if field.name not in ("area", "refused")
        }
        return f"/wall/{scene}?{urlencode(given)}"


def asked(given: Mapping[str, str], catalog: Catalog, home: str) -> Asked:
    """Read the parameters of an address; what cannot be followed is answered in words."""
    known = {"area", "as_of", "meeting", "lang", "visitor", *CHOICES}
    refused = [
        _("%(name)s is no parameter of the wall.", name=name) for name in given if name not in known
    ]
    area = given.get("area", home)
    found = catalog.areas.get(area)
    if found is None:
        refused.append(_("There is no area %(code)s.", code=area))
    settings = {}
    for name, choices in CHOICES.items():
        value = given.get(name, choices[0])
        settings[name] = value if value in choices else choices[0]
        if value not in choices:
            words = _("%(name)s is one of %(known)s.", name=name, known=", ".join(choices))
            refused.append(words)
    # Whatever is written there hides what is not released; a slip must never show it.
    visitor = "1" if "visitor" in given else ""
    if given.get("visitor", "1") != "1":
        refused.append(_("%(name)s is one of %(known)s.", name="visitor", known="1"))
    moment, words = _moment(given.get("as_of", ""))
    refused += words
    code = found.code if found else home
    meeting = given.get("meeting", "") if moment else ""
    settings |= {"as_of": moment, "meeting": meeting, "visitor": visitor}
    return Asked(area=code, refused=tuple(refused), **settings)


def _moment(text: str) -> tuple[str, list[str]]:
    try:
        as_of(text)
    except NotInCatalogue as refusal:
        return "", [str(refusal)]
    return text, []
