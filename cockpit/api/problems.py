"""Errors over HTTP as problem details (RFC 9457)."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Flask, Response, abort, request
from werkzeug.exceptions import HTTPException

from cockpit.errors import ArithmeticRefused, InputError, OutOfRoom, WarehouseAway


def register(server: Flask) -> None:
    """Answer every refusal in one form, with the issues by cell where there are any."""
    server.register_error_handler(InputError, _refused)
    server.register_error_handler(ArithmeticRefused, _refused)
    server.register_error_handler(OutOfRoom, _full)
    server.register_error_handler(WarehouseAway, _away)
    server.register_error_handler(HTTPException, _http)
    server.before_request(_nowhere)


def _nowhere() -> None:
    """The screens take every address that is nobody else's; programs want to be told."""
    rule = request.url_rule
    taken_by_screens = rule is not None and "path:path" in rule.rule
    if request.path.startswith(("/api/", "/originals/")) and taken_by_screens:
        abort(404)


def _refused(error: Exception) -> Response:
    issues = [issue.to_dict() for issue in getattr(error, "issues", ())]
    extra: dict[str, Any] = {"issues": issues} if issues else {}
    return problem(400, "Refused because of the input", str(error), **extra)


def _full(error: Exception) -> Response:
    return problem(507, "Insufficient Storage", str(error))


def _away(error: Exception) -> Response:
    return problem(503, "Service Unavailable", str(error))


def _http(error: HTTPException) -> Response:
    return problem(error.code or 500, error.name, error.description or "")


def problem(status: int, title: str, detail: str, **extra: object) -> Response:
    """A problem document."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **extra}
    return Response(orjson.dumps(body), status, mimetype="application/problem+json")
