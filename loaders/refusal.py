"""Refusing a file as a whole, in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.errors import FileRefused
from cockpit.i18n import current_locale
from cockpit.observation import Issue
from loaders.checks.rules import raise_issue


def refusal(
    rule: str, *, expected: object = None, found: object = None, **values: object
) -> FileRefused:
    """A FileRefused that says, by a declared rule, why the file cannot be read."""
    return refused_by([raise_issue(rule, at=None, expected=expected, found=found, **values)])


def refused_by(issues: Sequence[Issue]) -> FileRefused:
    """A FileRefused in the reader's language, carrying its issues in both."""
    chinese = current_locale.get().startswith("zh")
    sentences = [issue.message_zh if chinese else issue.message_en for issue in issues]
    return FileRefused(" ".join(sentences), issues)
