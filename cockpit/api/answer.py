"""Answers in JSON and CSV."""

from __future__ import annotations

import csv as writing
import io
from collections.abc import Sequence
from typing import Any

import orjson
from flask import Response

from cockpit.batch import Staged


def json(value: object, status: int = 200) -> Response:
    """A JSON document."""
    return Response(orjson.dumps(value, default=str), status, mimetype="application/json")


def csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> Response:
    """A CSV document with its header."""
    text = io.StringIO()
    writer = writing.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return Response(text.getvalue(), mimetype="text/csv")


def batch_json(staged: Staged) -> dict[str, Any]:
    """A staged batch with its issues."""
    return {
        "batch": staged.batch.to_dict(),
        "duplicate_of": staged.duplicate_of,
        "issues": [issue.to_dict() for issue in staged.issues],
    }
