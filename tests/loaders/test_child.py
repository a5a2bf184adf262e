"""The child that reads files forgets what it remembers before that takes its memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import psutil

from cockpit.memory import NOTHING
from cockpit.settings import DATA
from loaders.children import Idle, received
from loaders.wire import understood

_FORGETTING = "from loaders import child; child._MUCH = 0; child.main()"
_SHEET = "指标,2017年\n地区生产总值(亿元),18549.19\n"


def test_a_child_that_starts_anew_keeps_its_pipes(tmp_path: Path) -> None:
    path = tmp_path / "天津.csv"
    path.write_text(_SHEET, encoding="utf-8")
    told = {"path": str(path), "name": path.name, "catalog": str(DATA / "catalog"), "seconds": 18}
    job = json.dumps({**told, "memory": NOTHING.to_dict()}).encode() + b"\n"
    command = [sys.executable, "-c", _FORGETTING]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for _file in range(3):
            child.stdin.write(job)
            child.stdin.flush()
            (record,) = understood(received(child.stdout)).observations
            assert record.value == 18549.19
        child.stdin.close()
        assert child.wait() == 0


def test_a_child_that_nobody_asks_ends() -> None:
    before = set(psutil.Process().children())
    Idle(seconds=0.2).prepare()
    (child,) = set(psutil.Process().children()) - before
    gone, _alive = psutil.wait_procs([child], timeout=5)
    assert gone == [child]
