"""The reader's language: chosen once with `?lang=`, kept in a cookie, used by every answer."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, Response, redirect, request

from cockpit.i18n import LOCALES, current_locale

_YEAR = 365 * 24 * 3600


def speak(server: Flask) -> None:
    """Answer each request in the language of its cookie, else the one the process was given."""
    given = current_locale.get()

    @server.before_request
    def choose() -> Response | None:
        chosen = request.args.get("lang", "")
        kept = request.cookies.get("locale", "")
        current_locale.set(kept if kept in LOCALES else given)
        return _remember(chosen) if request.method == "GET" and chosen in LOCALES else None


def _remember(locale: str) -> Response:
    """Keep the choice and come back to the same address without it."""
    rest = [(k, v) for k, v in request.args.items(multi=True) if k != "lang"]
    answer = redirect(request.path + ("?" + urlencode(rest) if rest else ""), 303)
    answer.set_cookie("locale", locale, max_age=_YEAR, samesite="Lax", httponly=True)
    return answer  # ty: ignore[invalid-explicit-return] - werkzeug's response is Flask's here
