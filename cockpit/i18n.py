"""Interface text in the reader's language, from one gettext catalogue.

Message ids are English; `locale/zh_CN/LC_MESSAGES/messages.po` is compiled in memory on first use,
so the repository holds no binary catalogue that could fall behind its source.
"""

from __future__ import annotations

import io
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

DEFAULT_LOCALE = "zh_CN"
LOCALES = ("zh_CN", "en")
_FOLDER = Path(__file__).parent / "locale"

current_locale: ContextVar[str] = ContextVar("current_locale", default=DEFAULT_LOCALE)


def gettext(message: str, /, **values: object) -> str:
    """Translate into the locale of the current context and fill `%(name)s` places."""
    return translate(current_locale.get(), message, **values)


def translate(locale: str, message: str, /, **values: object) -> str:
    """Translate into a named locale and fill `%(name)s` places."""
    text = _translations(locale).gettext(message)
    return text % values if values else text


@cache
def _translations(locale: str) -> NullTranslations:
    path = _FOLDER / locale / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source))
    compiled.seek(0)
    return GNUTranslations(compiled)
