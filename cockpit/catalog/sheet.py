"""One catalogue file as rows that know their line and report what is wrong with them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from math import isfinite, nan
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Row:
    """One entry of a file; readers of cells note a fault and go on, so all faults come at once."""

    file: str
    line: int
    cells: dict[str, str]
    faults: list[str]

    def fault(self, text: str) -> None:
        """Note a fault at this line."""
        self.faults.append(f"{self.file}:{self.line}: {text}")

    def optional(self, column: str) -> str:
        """The cell's text, empty where nothing is written."""
        return self.cells[column]

    def text(self, column: str) -> str:
        """The cell's text, which must not be empty."""
        value = self.cells[column]
        if not value:
            self.fault(f"{column} is empty")
        return value

    def one_of(self, column: str, known: Collection[str], where: str = "") -> str:
        """A cell that must name something known; `where` is the file that lists it."""
        value = self.text(column)
        if value:
            self._expect(column, value, known, where)
        return value

    def several(
        self, column: str, known: Collection[str] | None = None, where: str = "", between: str = " "
    ) -> tuple[str, ...]:
        """A cell that lists words; each must be known where `known` is given."""
        written = self.cells[column]
        if not written:
            return ()
        found = tuple(word.strip() for word in written.split(between) if word.strip())
        for word in found if known is not None else ():
            self._expect(column, word, known or (), where)
        return found

    def integer(self, column: str) -> int:
        """A cell that holds a whole number."""
        value = self.text(column)
        if value.isascii() and value.isdecimal():
            return int(value)
        if value:
            self.fault(f'{column} "{value}" is not a whole number')
        return 0

    def factor(self, column: str) -> Decimal:
        """A cell that holds a positive decimal, or a ratio of two (`2000/3`)."""
        value = self.text(column)
        try:
            number = _ratio(value)
        except (InvalidOperation, ZeroDivisionError):
            number = Decimal(0)
        if value and not (number.is_finite() and number > 0):
            self.fault(f'{column} "{value}" is not a positive decimal')
        return number if number.is_finite() and number > 0 else Decimal(1)

    def number(self, column: str) -> float:
        """A cell that holds a number of either sign."""
        value = self.text(column)
        try:
            number = float(value)
        except ValueError:
            number = nan
        if value and not isfinite(number):
            self.fault(f'{column} "{value}" is not a number')
        return number if isfinite(number) else 0.0

    def optional_number(self, column: str) -> float | None:
        """The same, None where nothing is written."""
        return self.number(column) if self.cells[column] else None

    def day(self, column: str) -> date:
        """A cell that holds a day, `2024-03-05`."""
        value = self.text(column)
        try:
            return date.fromisoformat(value)
        except ValueError:
            if value:
                self.fault(f'{column} "{value}" is not a date')
            return date.min

    def pairs(self, column: str) -> tuple[tuple[str, str], ...]:
        """A cell that narrows an indicator: `industry=C26;product=steel`."""
        parts = (part.partition("=") for part in self.cells[column].split(";") if part)
        return tuple(sorted((name, code) for name, _sign, code in parts))

    def yes(self, column: str) -> bool:
        """A cell that says true or false (a spreadsheet program writes them in capitals)."""
        value = self.text(column).lower()
        if value not in {"true", "false", ""}:
            self.fault(f'{column} "{value}" is neither true nor false')
        return value == "true"

    def _expect(self, column: str, value: str, known: Collection[str], where: str) -> None:
        if value not in known:
            place = f"is not in {where}" if where else f"is none of {', '.join(sorted(known))}"
            self.fault(f'{column} "{value}" {place}')


@dataclass(frozen=True, slots=True)
class Folder:
    """The catalogue's folder, and the faults found in it so far."""

    path: Path
    faults: list[str]

    def table(
        self, file: str, columns: str, key: str, make: Callable[[Row], T]
    ) -> dict[str, tuple[Row, T]]:
        """Every entry of a file by its key; an entry whose key stands above is a fault."""
        found: dict[str, tuple[Row, T]] = {}
        for row in self.rows(file, columns):
            name = row.text(key)
            if name in found:
                row.fault(f'{key} "{name}" stands already at line {found[name][0].line}')
            else:
                found[name] = (row, make(row))
        return found

    def rows(self, file: str, columns: str) -> Iterator[Row]:
        """The entries of a file that has exactly these columns; blank lines are passed over."""
        wanted = columns.split()
        lines = self._lines(file)
        if lines and not self._header_fits(file, lines[0], wanted):
            return
        for number, line in enumerate(lines[1:], start=2):
            if any(line):
                yield self._row(file, number, wanted, line)

    def _row(self, file: str, number: int, wanted: list[str], line: list[str]) -> Row:
        full = line if len(line) >= len(wanted) else line + [""] * (len(wanted) - len(line))
        row = Row(file, number, dict(zip(wanted, full, strict=False)), self.faults)
        if len(line) > len(wanted) and any(line[len(wanted) :]):
            row.fault(f"{len(line)} cells where the header has {len(wanted)}")
        return row

    def _header_fits(self, file: str, header: list[str], wanted: list[str]) -> bool:
        while header and not header[-1]:
            header = header[:-1]
        if header == wanted:
            return True
        self.faults.append(f"{file}:1: columns are {' '.join(header)}; expected {' '.join(wanted)}")
        return False

    def _lines(self, file: str) -> list[list[str]]:
        try:
            with (self.path / file).open(encoding="utf-8-sig", newline="") as stream:
                return [list(map(str.strip, line)) for line in csv.reader(stream)]
        except OSError:
            self.faults.append(f"{file}:1: the file is missing or cannot be opened")
        except UnicodeDecodeError:
            self.faults.append(f'{file}:1: not UTF-8; save it as "CSV UTF-8"')
        except csv.Error as error:
            self.faults.append(f"{file}:1: not a CSV file: {error}")
        return []


def entries(table: dict[str, tuple[Row, Any]]) -> dict[str, Any]:
    """The entries of a table without their rows."""
    return {key: entry for key, (_, entry) in table.items()}


def _ratio(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below) if below else Decimal(above)
