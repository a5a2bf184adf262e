"""Every error the cockpit raises on purpose.

CockpitError
├── InputError          a person's input is at fault: the sentence is for them
│   ├── FileRefused     a file cannot be read at all (encrypted, truncated, too large, …)
│   ├── BatchRefused    a batch cannot take the step asked for
│   └── NotInCatalogue  an indicator, area, unit or period that nobody has declared
├── OutOfRoom           the disk is full: an operator makes room
├── WarehouseAway       the warehouse's database server does not answer: it is asked again later
├── ArithmeticRefused   statistics forbids the calculation asked for
└── CatalogueFault      the catalogue's own files contradict each other: an operator mends them

ReadingFault is no refusal: the program itself failed at a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cockpit.observation import Issue


class CockpitError(Exception):
    """Something the cockpit refuses, said in a sentence a person can act on."""


class InputError(CockpitError):
    """A person's input is at fault; `issues` locate each problem."""

    def __init__(self, message: str, issues: Sequence[Issue] = ()) -> None:
        super().__init__(message)
        self.issues = tuple(issues)


class FileRefused(InputError):
    """A file that cannot be read at all."""


class BatchRefused(InputError):
    """A batch that cannot take the step asked for."""


class NotInCatalogue(InputError):
    """A code that the catalogue does not know."""


class ArithmeticRefused(CockpitError):
    """A calculation that the rules of statistics forbid."""


class CatalogueFault(CockpitError):
    """Faults in the catalogue's files, one a line, each with file and line."""


class OutOfRoom(CockpitError):
    """A disk that is full; nothing was changed."""


class WarehouseAway(CockpitError):
    """The database server of a shared warehouse does not answer; what was confirmed is kept."""


class ReadingFault(RuntimeError):
    """The program's own failure at a file; its text is the trace, for whoever mends it."""
