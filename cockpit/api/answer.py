"""Answers in JSON."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response

from cockpit.batch import Staged


def json(value: object, status: int = 200) -> Response:
    """A JSON document."""
    return Response(orjson.dumps(value, default=str), status, mimetype="application/json")


def batch_json(staged: Staged) -> dict[str, Any]:
    """A staged batch with its issues."""
    return {
        "batch": staged.batch.to_dict(),
        "duplicate_of": staged.duplicate_of,
        "issues": [issue.to_dict() for issue in staged.issues],
    }
