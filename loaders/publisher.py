"""What sets one publisher's workbooks apart: what their names are worth, what they omit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.report import Report

Addition = Callable[[Report, Sequence[str]], Report]
"""A report and the lines of text around its table to the same report, completed."""


def nothing_more(report: Report, lines: Sequence[str]) -> Report:  # noqa: ARG001
    """Leave what is said about a table as it is."""
    return report


@dataclass(frozen=True, slots=True)
class Publisher:
    """`id` is the source of a reading and narrows aliases; `adds` what goes without saying.

    `lists_series`: every row of its tables is a series, also one without any figure.
    """

    id: str
    lists_series: bool = False
    adds: Addition = nothing_more
