"""Query parameters, none of them accepted in silence."""

from __future__ import annotations

from flask import request

from cockpit.errors import NotInCatalogue
from cockpit.i18n import gettext as _


def arguments(*known: str, required: tuple[str, ...] = ()) -> dict[str, str]:
    """The request's parameters; raises NotInCatalogue for an unknown, double or absent one.

    `visitor=1`, which every address takes, is followed where it is settled who asks.
    """
    given = request.args.to_dict()
    if given.pop("visitor", "1") != "1":
        raise NotInCatalogue(_("Parameter %(name)s is 1 or left out.", name="visitor"))
    for name, values in request.args.lists():
        if name not in (*known, "visitor"):
            expected = ", ".join(known)
            raise NotInCatalogue(
                _("Unknown parameter %(name)s; known are: %(known)s.", name=name, known=expected)
            )
        if len(values) > 1:
            raise NotInCatalogue(_("Parameter %(name)s is given twice.", name=name))
    for name in required:
        if not request.args.get(name):
            raise NotInCatalogue(_("Parameter %(name)s is needed.", name=name))
    return given


def whole_number(given: dict[str, str], name: str) -> int | None:
    """A parameter that must be a whole number, None where it is not given."""
    text = given.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise NotInCatalogue(_("Parameter %(name)s is no whole number.", name=name))
    return int(text)
