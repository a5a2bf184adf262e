"""Backups of its own accord: when due, and nothing thrown away before a new one is whole."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cockpit.errors import OutOfRoom
from cockpit.schedule import Schedule
from cockpit.settings import Settings

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def schedule(folder: Path, *, fails: bool = False) -> Schedule:
    def backup(path: Path) -> None:
        if fails:
            raise OutOfRoom("full")
        path.write_bytes(b"whole")

    return Schedule(folder, every=DAY, keep=2 * DAY, backup=backup)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_is_due_at_once_then_every_day(tmp_path: Path) -> None:
    kept = schedule(tmp_path / "backups")
    assert kept.attempt(NOON) == DAY
    assert kept.attempt(NOON + HOUR) == 23 * HOUR
    assert names(tmp_path / "backups") == ["cockpit-20261122T120000Z.zip"]


def test_a_server_that_starts_anew_knows_when_the_last_one_was_made(tmp_path: Path) -> None:
    schedule(tmp_path).attempt(NOON)
    assert schedule(tmp_path).wait(NOON + 5 * HOUR) == 19 * HOUR
    assert schedule(tmp_path).wait(NOON + 3 * DAY) == timedelta()


def test_old_ones_go_when_a_new_one_is_there_and_other_files_never(tmp_path: Path) -> None:
    (tmp_path / "cockpit-by-hand.zip").touch()
    (tmp_path / "cockpit-20261122T120000Z.zip.part").touch()
    for day in range(4):
        schedule(tmp_path).attempt(NOON + day * DAY)
    assert names(tmp_path) == [
        "cockpit-20261123T120000Z.zip",
        "cockpit-20261124T120000Z.zip",
        "cockpit-20261125T120000Z.zip",
        "cockpit-by-hand.zip",
    ]


def test_while_backups_fail_old_ones_stay(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    schedule(tmp_path).attempt(NOON)
    wait = schedule(tmp_path, fails=True).attempt(NOON + 30 * DAY)
    assert names(tmp_path) == ["cockpit-20261122T120000Z.zip"]
    assert timedelta() < wait < HOUR
    assert "full" in caplog.text


@pytest.mark.parametrize("text", ["0", "-1", "daily", "inf", "nan"])
def test_a_setting_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="COCKPIT_BACKUP_EVERY_HOURS"):
        Settings.from_environment({"COCKPIT_BACKUP_EVERY_HOURS": text})
