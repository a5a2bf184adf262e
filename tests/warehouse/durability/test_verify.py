"""Whatever is done to a warehouse behind its back is found."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from app import ROOMS
from cockpit.batch import Staged
from cockpit.cli.keeping import verify as command
from cockpit.cockpit import Cockpit
from cockpit.observation import Issue, Observation
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse, verify
from cockpit.warehouse.schema import EVER
from cockpit.warehouse.verify import replay
from cockpit.warehouse.verify.replay import Brought, Step

NOTE = Issue(issue="P10", severity="warning", cell="B6", message_zh="重复", message_en="twice")

Stage = Callable[..., Staged]


@pytest.fixture
def busy(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> Warehouse:
    """Three batches: one under another, one withdrawn."""
    for number, record in enumerate((tianjin, revised, tianjin)):
        warehouse.publish(stage(record, name=f"{number}.csv", issues=(NOTE,)).batch.id, "李")
    warehouse.withdraw(3, "李", "wrong file")
    return warehouse


def test_a_sound_warehouse_has_no_findings(busy: Warehouse) -> None:
    assert busy.verify() == []


HARMS = (
    "delete from observation where batch = 1",
    "insert into observation select * from observation where batch = 1",
    "update observation set series = 99 where batch = 1",
    "update observation set needs_review = true where batch = 1",
    "update observation set value = value + 1 where batch = 2",
    "update observation set cell = 'Z99' where batch = 2",
    "update series set area = '310000'",
    "update batch set sha256 = (select max(sha256) from batch)",
    'update event set "at" = event."at" - interval 1 year where seq = 2',
    "update event set accepts_doubtful = true where seq = 2",
    "delete from series",
    "update figure set value = value + 1",
    "update figure set unit = '万元'",
    "update figure set since = since - 1 where since > 2",
    "update figure set until = 2147483647",
    "delete from figure where until < 2147483647",
    "update figure set place = 99",
    "insert into figure select * replace (99 as place) from figure",
    "update latest set value = value + 1",
    "update latest set points = 7",
    "delete from latest",
    "update place set area = '310000'",
    "insert into series select * replace (2 as id) from series",
    "delete from batch where id = 2",
    "delete from event where seq = 2",
    "update event set batch = 9 where seq = 2",
    "update event set action = 'published' where action = 'withdrawn'",
    "update event set person = '王' where seq = 2",
    "delete from issue where batch = 1",
    "update batch set observations = 5 where id = 1",
    "update audit set person = '王' where seq = 2",
    "delete from audit where seq = (select max(seq) from audit)",
)


def test_what_is_done_to_the_tables_is_found(busy: Warehouse, engine: str) -> None:
    # The statements that find it are the same on a lake, and take ten times as long.
    harms = HARMS if engine == "file" else HARMS[::5]
    assert [harm for harm in harms if not found(busy, harm)] == []


def found(busy: Warehouse, harm: str) -> bool:
    """Whether a harm, which is taken back again, is found."""
    with busy._engine.connect() as connection:
        connection.exec_driver_sql(harm)
        told = list(verify.findings(connection, busy._originals))
        return any(not one.harmless for one in told)


def test_originals_that_are_lost_or_changed_are_found(busy: Warehouse) -> None:
    first, second, _third = sorted(busy.batches(), key=lambda batch: batch.id)
    paths = [found[0] for b in (first, second) if (found := busy.original(b.sha256))]
    paths[0].unlink()
    paths[1].write_bytes(b"other")
    said = [one.message for one in busy.verify()]
    assert [first.sha256 in said[0], second.sha256 in said[1], len(said)] == [True, True, 2]


def test_a_file_that_nobody_brought_is_told_and_does_no_harm(
    busy: Warehouse, settings: Settings
) -> None:
    (settings.store / "originals" / "stray").touch()
    (finding,) = busy.verify()
    assert finding.harmless
    assert "stray" in finding.message


@pytest.mark.engine("file", "a block of a DuckDB file carries a checksum")
def test_a_block_that_went_bad_is_found(busy: Warehouse, settings: Settings) -> None:
    busy.close()
    path = settings.home / "warehouse.duckdb"
    content = bytearray(path.read_bytes())
    content[content.index(b"18549.19")] ^= 1
    path.write_bytes(content)
    done = told(settings)
    assert done.return_value == 1
    assert "checksum" in done.stderr


def told(settings: Settings) -> Result:
    """What `econ-cockpit verify` says."""
    cockpit = Cockpit(settings, ROOMS)
    opened = SimpleNamespace(cockpit=cockpit)
    done = CliRunner().invoke(command, [], obj=opened, standalone_mode=False)
    if "warehouse" in vars(cockpit):
        cockpit.warehouse.close()
    return done


HELD = Brought(1, 24204, 12, 7, 1, False, 1.0, "亿元", "A")
STEPS = (Step(1, 1, "staged", False), Step(2, 1, "published", False))
REVISED = HELD._replace(id=8, batch=2, value=2.0)


@pytest.mark.parametrize(
    ("brought", "steps", "expected"),
    [
        ([HELD], STEPS[:1], []),
        ([HELD], STEPS, [(2, EVER, 7)]),
        ([HELD, REVISED], [*STEPS, Step(3, 2, "published", False)], [(2, 3, 7), (3, EVER, 8)]),
        (
            [HELD, REVISED],
            [*STEPS, Step(3, 2, "published", False), Step(4, 2, "withdrawn", False)],
            [(2, 3, 7), (3, 4, 8), (4, EVER, 7)],
        ),
        (
            [HELD, REVISED],
            [Step(1, 2, "published", False), Step(2, 1, "published", False)],
            [(1, 2, 8), (2, EVER, 7)],
        ),
        (
            [HELD, REVISED._replace(value=None)],
            [*STEPS, Step(3, 2, "published", False), Step(4, 1, "withdrawn", False)],
            [(2, 4, 7), (4, EVER, 8)],
        ),
        (
            [HELD._replace(doubtful=True), REVISED],
            [*STEPS, Step(3, 1, "published", True), Step(4, 2, "published", False)],
            [(3, 4, 7), (4, EVER, 8)],
        ),
        (
            [HELD._replace(doubtful=True), REVISED],
            [*STEPS, Step(3, 2, "published", False), Step(4, 1, "published", True)],
            [(3, EVER, 8)],
        ),
    ],
)
def test_the_replay_follows_the_rule(brought, steps, expected) -> None:
    told = replay.stood(brought, replay.lives(steps))
    assert [(stood.since, stood.until, stood.observation) for stood in told] == expected


def test_findings_are_told_line_by_line(busy: Warehouse, settings: Settings) -> None:
    first = busy.batches()[0]
    found = busy.original(first.sha256)
    assert found
    busy.close()
    clean = told(settings)
    found[0].unlink()
    broken = told(settings)
    assert (clean.return_value, broken.return_value) == (0, 1)
    assert first.sha256 in broken.stderr
    assert len(broken.stderr.splitlines()) == 1
