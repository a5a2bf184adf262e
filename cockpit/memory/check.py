"""Answers looked at before they are kept: what they name has to be there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import get_args

from cockpit.catalog import Catalog
from cockpit.errors import InputError, NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.memory.answer import Answer, Subject
from cockpit.observation import Published
from cockpit.period import Accumulation

_ALWAYS = frozenset({"keep"})
_FIELDS: Mapping[Subject, tuple[frozenset[str], frozenset[str]]] = {
    "label": (frozenset({"indicator"}), frozenset({"breakdown"})),
    "region": (frozenset({"area"}), frozenset()),
    "unit": (frozenset({"unit"}), frozenset()),
    "column": (frozenset({"transformation"}), frozenset({"accumulation"})),
    "period": (frozenset({"time_period"}), frozenset()),
    "indicator": (frozenset({"indicator"}), frozenset({"unit"})),
    "doubt": (_ALWAYS, frozenset()),
}
"""The fields an answer must have and those it may have, where it does not keep or skip."""


class AnswerRefused(InputError):
    """An answer that cannot be understood."""


def check_answer(answer: Answer, catalog: Catalog) -> None:
    """Raise AnswerRefused for a wrong form, NotInCatalogue for a name that nobody declared."""
    given = answer.meaning.keys()
    if answer.subject not in _FIELDS:
        raise AnswerRefused(_("There are no answers about %(subject)s.", subject=answer.subject))
    if given == _ALWAYS or (answer.subject == "column" and given == {"skip"}):
        return
    needed, allowed = _FIELDS[answer.subject]
    if not needed <= given <= needed | allowed:
        about = {"printed": answer.printed, "expected": ", ".join(sorted(needed))}
        raise AnswerRefused(_("The answer about %(printed)s needs: %(expected)s.", **about))
    for field, value in answer.meaning.items():
        if not _known(field, catalog)(value):
            raise NotInCatalogue(_("%(value)s is no known %(field)s.", value=value, field=field))


def _known(field: str, catalog: Catalog) -> Callable[[str], bool]:
    known: Mapping[str, Callable[[str], bool]] = {
        "indicator": lambda code: code in catalog.indicators,
        "breakdown": lambda text: all(_is_part(part, catalog) for part in text.split(";") if part),
        "area": lambda code: catalog.areas.get(code) is not None,
        "unit": lambda symbol: symbol in catalog.units,
        "transformation": lambda name: name in get_args(Published),
        "accumulation": lambda name: name in get_args(Accumulation),
        "time_period": lambda text: bool(_TIME.fullmatch(text)),
    }
    return known[field]


_TIME = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])|-Q[1-4])?")


def _is_part(part: str, catalog: Catalog) -> bool:
    dimension, code = part.partition("=")[::2]
    industry = dimension == "industry" and code in catalog.industries
    return industry or (dimension, code) in catalog.codes
