"""A backup restored in another place answers every question with the very same bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from app import ROOMS
from cockpit.cli.figures import query
from cockpit.cockpit import Cockpit
from cockpit.demo import fill
from cockpit.errors import CockpitError
from cockpit.settings import Settings
from cockpit.warehouse.restore import restore

KINDS = ("level", "yoy", "yoy_pp", "mom", "change", "share", "contribution", "rank")
YEARS = (1990, 2025)

Answer = tuple[bytes, str]


def open_cockpit(home: Path) -> Cockpit:
    return Cockpit(Settings(home=home), ROOMS)


def ask(cockpit: Cockpit, arguments: Sequence[str]) -> Answer:
    """What `econ-cockpit query` prints, and what it refuses."""
    opened = SimpleNamespace(cockpit=cockpit)
    done = CliRunner().invoke(query, list(arguments), obj=opened, standalone_mode=False)
    refused = done.exception
    assert refused is None or isinstance(refused, CockpitError), done.exc_info
    return done.stdout_bytes, str(refused)


def questions(cockpit: Cockpit, count: int, chance: random.Random) -> Iterator[list[str]]:
    """Mostly about what is held, in every dimension that can be asked for."""
    held = [
        key
        for indicator in sorted(cockpit.door().indicators())
        for key in cockpit.door().keys(indicator)
    ]
    derived = sorted(cockpit.formulas)
    moments = [b.published_at.isoformat() for b in cockpit.warehouse.batches() if b.published_at]
    for _number in range(count):
        key = chance.choice(held)
        asked = [chance.choice([key.indicator] * 4 + [chance.choice(derived)]), "--area", key.area]
        if chance.random() < 0.5:
            asked += ["--transformation", chance.choice([*[key.transformation] * 8, *KINDS])]
        if key.breakdown and chance.random() < 0.8:
            asked += ["--breakdown", ";".join("=".join(pair) for pair in key.breakdown)]
        if chance.random() < 0.3:
            asked += ["--freq", key.freq, "--accumulation", key.accumulation]
        if chance.random() < 0.4:
            asked += ["--from", str(chance.randint(*YEARS))]
        if chance.random() < 0.4:
            asked += ["--as-of", chance.choice(moments)]
        yield [*asked, "--format", chance.choice(["csv", "json"])]


@pytest.mark.timeout(900)
def test_every_answer_is_the_same(tmp_path: Path, effort) -> None:
    here = open_cockpit(tmp_path / "here")
    for _loaded in fill(here):
        pass
    for batch in here.warehouse.batches()[::9]:
        here.warehouse.withdraw(batch.id, "李", "try")
    asked = list(questions(here, effort.queries, random.Random(11)))
    expected = [ask(here, question) for question in asked]
    here.warehouse.backup(tmp_path / "backup.zip", "李")
    here.warehouse.close()
    done = restore(Settings(home=tmp_path / "there"), tmp_path / "backup.zip", replace=False)
    there = open_cockpit(tmp_path / "there")
    assert done.findings == ()
    assert [ask(there, question) for question in asked] == expected
    there.warehouse.close()
    told = [answer for answer, refused in expected if refused == "None"]
    assert len([answer for answer in told if answer.count(b"\n") > 2]) > effort.queries // 3
