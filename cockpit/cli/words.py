"""Sentences for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cockpit.i18n import current_locale

if TYPE_CHECKING:
    from cockpit.errors import InputError, ReadingFault
    from cockpit.observation import Issue


def issue_line(file: str, issue: Issue) -> str:
    """`file, sheet!cell: sentence`, in the reader's language."""
    where = "!".join(part for part in (issue.sheet, issue.cell) if part)
    message = issue.message_en if current_locale.get() == "en" else issue.message_zh
    return f"{file}{', ' if where else ''}{where}: {message}"


def refusal_lines(file: str, refusal: InputError) -> str:
    """One line a problem; the refusal's own sentence where it names no cells."""
    lines = [issue_line(file, issue) for issue in refusal.issues]
    return "\n".join(lines) or f"{file}: {refusal}"


def fault_line(file: str, fault: ReadingFault) -> str:
    """One line for a file at which the program failed, with the end of the trace."""
    from cockpit.i18n import gettext as _

    what = str(fault).strip().rpartition("\n")[2]
    return _(
        "%(file)s: the program failed at this file, please report it: %(what)s",
        file=file,
        what=what,
    )
