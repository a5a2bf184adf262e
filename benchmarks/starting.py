"""Starting the command line and reading one export, against starting Python alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clock import compare

TURNS = 7
EXPORT = (
    "数据库：分省年度数据\n指标：地区生产总值(亿元)\n时间：最近1年\n地区,2017年\n天津市,18549.19\n"
)


def main() -> None:
    """Print one line."""
    print("starting / bare python")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "分省年度数据.csv"
        path.write_bytes(EXPORT.encode("gb18030"))
        compare(
            "econ-cockpit extract",
            _run("-m", "cockpit", "extract", str(path)),
            _run("-c", "0"),
            TURNS,
        )


def _run(*arguments: str):  # noqa: ANN202
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, check=True, capture_output=True)
