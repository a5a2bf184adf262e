"""Interface text in the reader's language, from one gettext catalogue.

Message ids are English; `locale/zh_CN/LC_MESSAGES/messages.po` is read as it is on first use,
so the repository holds no binary catalogue that could fall behind its source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextvars import ContextVar
from functools import cache
from pathlib import Path

DEFAULT_LOCALE = "zh_CN"
LOCALES = ("zh_CN", "en")
_FOLDER = Path(__file__).parent / "locale"
_ENTRY = re.compile(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n?)+)', re.MULTILINE)

current_locale: ContextVar[str] = ContextVar("current_locale", default=DEFAULT_LOCALE)


def gettext(message: str, /, **values: object) -> str:
    """Translate into the locale of the current context and fill `%(name)s` places."""
    return translate(current_locale.get(), message, **values)


def translate(locale: str, message: str, /, **values: object) -> str:
    """Translate into a named locale and fill `%(name)s` places."""
    text = _translations(locale).get(message) or message
    return text % values if values else text


@cache
def _translations(locale: str) -> Mapping[str, str]:
    path = _FOLDER / locale / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return {}
    entries = _ENTRY.findall(path.read_text(encoding="utf-8"))
    return {_text(english): _text(own) for english, own in entries}


def _text(quoted: str) -> str:
    """The text of quoted lines, which are written as JSON writes them."""
    return "".join(map(json.loads, quoted.splitlines()))
