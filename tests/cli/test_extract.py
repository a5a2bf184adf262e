"""Many files are read at once and printed in their order; few are read by one process."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from cockpit.cli.files import AHEAD, READERS, SHARE, extract, readers
from cockpit.errors import FileRefused, ReadingFault


def files(folder: Path, count: int, size: int) -> list[Path]:
    made = [folder / f"{number:02}.csv" for number in range(count)]
    for path in made:
        with path.open("wb") as stream:
            stream.truncate(size)
    return made


def run(lines, paths: list[Path]):
    opening = SimpleNamespace(
        rooms=SimpleNamespace(lines=lines), settings=SimpleNamespace(catalog=Path())
    )
    return CliRunner().invoke(
        extract, list(map(str, paths)), obj=opening, standalone_mode=False, catch_exceptions=False
    )


def test_few_files_are_read_by_one_process(tmp_path: Path) -> None:
    assert readers(files(tmp_path, 5, 7_000)) == 1


def test_many_files_are_read_by_a_few_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert readers(files(tmp_path, 2, SHARE)) == 2
    assert readers(files(tmp_path, 300, 7_000)) == READERS


def test_what_is_read_early_is_printed_in_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    paths, begun, last_may = files(tmp_path, 30, SHARE), [], Event()

    def lines(path: Path, named: str | None, _catalog: Path) -> bytes:
        begun.append(path)
        if path == paths[0]:
            assert last_may.wait(10)
        if len(begun) == 2 * AHEAD:
            last_may.set()
        if path == paths[1]:
            raise FileRefused("nothing in it")
        return f"{named}\n".encode()

    done = run(lines, paths)
    assert done.return_value == 1
    assert done.stdout.splitlines() == [str(path) for path in paths if path != paths[1]]
    assert done.stderr == f"{paths[1].name}: nothing in it\n"


def test_a_file_at_which_the_program_fails_takes_no_other_with_it(tmp_path: Path) -> None:
    paths = files(tmp_path, 3, 7_000)

    def lines(path: Path, named: str | None, _catalog: Path) -> bytes:
        if path == paths[1]:
            raise ReadingFault("Traceback:\n  somewhere\nValueError: no columns\n")
        return f"{named}\n".encode()

    done = run(lines, paths)
    assert done.return_value == 3
    assert done.stdout.splitlines() == [str(paths[0]), str(paths[2])]
    assert done.stderr.startswith(paths[1].name)
    assert done.stderr.endswith("ValueError: no columns\n")
    assert len(done.stderr.splitlines()) == 1
