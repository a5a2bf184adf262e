"""The command line as others rely on it: output, exit status, sentences."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from cockpit.demo import sample_files

FAI = """数据库：月度数据
时间：最近2个月
指标,2023年12月,2023年11月
固定资产投资额_累计增长(%),3.0,2.9
数据来源：国家统计局
""".encode("gb18030")

VINTAGES = {
    "published.csv": "2017年\n天津市,18549.19",
    "revised.csv": "2017年\n天津市,12450.6",
}


def econ(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"COCKPIT_HOME": str(home), "COCKPIT_LOCALE": "zh_CN"}
    command = [sys.executable, "-m", "cockpit", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def rows(done: subprocess.CompletedProcess[str]) -> list[dict]:
    assert done.returncode == 0, done.stderr
    return orjson.loads(done.stdout)


def vintage(folder: Path, name: str) -> str:
    path = folder / name
    head = "数据库：分省年度数据\n指标：地区生产总值(亿元)\n时间：最近1年\n地区,"
    path.write_bytes((head + VINTAGES[name] + "\n数据来源：国家统计局\n").encode("gb18030"))
    return str(path)


def test_two_vintages_of_tianjin(tmp_path: Path) -> None:
    first, second = (vintage(tmp_path, name) for name in VINTAGES)
    loaded = econ(tmp_path, "load", first, "--publish", "--json")
    then = orjson.loads(loaded.stdout)["published_at"]
    assert econ(tmp_path, "load", second, "--publish").returncode == 0
    asked = ("query", "gdp", "--area", "120000", "--from", "2017", "--to", "2017")
    (now,) = rows(econ(tmp_path, *asked, "--format", "json"))
    (before,) = rows(econ(tmp_path, *asked, "--format", "json", "--as-of", then))
    assert (now["value"], now["file"], now["cell"]) == (12450.6, "revised.csv", "B5")
    assert (before["value"], before["file"]) == (18549.19, "published.csv")
    told = econ(tmp_path, "explain", "gdp", "--area", "120000", "--period", "2017")
    assert told.returncode == 0
    assert all(text in told.stdout for text in ("revised.csv", "published.csv", '"B5"'))


def test_national_investment_growth_is_the_published_one(tmp_path: Path) -> None:
    path = tmp_path / "月度数据.csv"
    path.write_bytes(FAI)
    assert econ(tmp_path, "load", str(path), "--publish").returncode == 0
    asked = ("query", "fai", "--transformation", "yoy", "--from", "2023-12", "--format", "json")
    (row,) = rows(econ(tmp_path, *asked))
    assert (row["value"], row["unit"], row["accumulation"], row["kind"]) == (
        3.0,
        "%",
        "ytd",
        "published",
    )


def test_growth_is_never_computed_from_current_price_levels(tmp_path: Path) -> None:
    path = tmp_path / "分省年度数据.csv"
    head = "数据库：分省年度数据\n指标：地区生产总值(亿元)\n时间：最近2年\n地区,2024年,2023年\n"
    path.write_bytes((head + "天津市,18024.32,16737.3\n").encode("gb18030"))
    assert econ(tmp_path, "load", str(path), "--publish").returncode == 0
    done = econ(tmp_path, "query", "gdp", "--area", "120000", "--transformation", "yoy")
    assert done.returncode == 1
    assert "可比价" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "no_such_indicator"),
        ("query", "gdp", "--area", "999999"),
        ("query", "gdp", "--as-of", "yesterday"),
        ("explain", "gdp", "--period", "2024-13"),
        ("publish", "41"),
    ],
)
def test_what_is_not_known_is_refused_in_a_sentence(tmp_path: Path, arguments) -> None:
    done = econ(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1


def test_wrong_usage_is_told_from_refusal(tmp_path: Path) -> None:
    assert econ(tmp_path, "query").returncode == 2
    assert econ(tmp_path, "query", "gdp", "--format", "yaml").returncode == 2
    assert econ(tmp_path, "load", str(tmp_path / "nowhere.csv")).returncode == 2


def test_records_name_their_file_where_several_are_read(tmp_path: Path) -> None:
    files = [vintage(tmp_path, name) for name in VINTAGES]
    done = econ(tmp_path, "extract", *files, "--format", "jsonl")
    records = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert [(r["file"], r["value"]) for r in records if "value" in r] == [
        (files[0], 18549.19),
        (files[1], 12450.6),
    ]


def test_the_whole_sample_is_loaded_by_the_ordinary_door(sampled: Path) -> None:
    done = econ(sampled, "batches", "--json")
    assert done.returncode == 0, done.stderr
    batches = [orjson.loads(line) for line in done.stdout.splitlines()]
    assert {batch["state"] for batch in batches} == {"published"}
    assert sorted(batch["file_name"] for batch in batches) == [p.name for p in sample_files()]


def test_what_is_missing_is_listed_with_whoever_publishes_it(sampled: Path) -> None:
    done = econ(sampled, "coverage", "--area", "110000", "--missing", "--json")
    assert done.returncode == 0, done.stderr
    told = {row["indicator"]: row for row in map(orjson.loads, done.stdout.splitlines())}
    assert {row["state"] for row in told.values()} == {"missing"}
    assert told["loan_deposit"]["missing"] == [
        {"indicator": "loans", "transformation": "level", "bureau": ["pboc"]},
        {"indicator": "deposits", "transformation": "level", "bureau": ["pboc"]},
    ]
    shown = econ(sampled, "coverage", "--area", "110000").stdout
    assert "存贷比 loan_deposit: 本外币各项贷款余额 (" in shown
    assert econ(sampled, "coverage", "--area", "999999").returncode == 1


def test_a_batch_is_looked_at_and_taken_step_by_step(tmp_path: Path) -> None:
    first, second = (vintage(tmp_path, name) for name in VINTAGES)
    assert econ(tmp_path, "load", first, "--publish").returncode == 0
    staged = orjson.loads(econ(tmp_path, "load", second, "--json").stdout)
    assert staged["next"] == ["submitted", "discarded", "published"]
    batch = str(staged["id"])
    shown = econ(tmp_path, "batches", "show", batch)
    assert all(text in shown.stdout for text in ("18549.19", "12450.6", "天津"))
    (change,) = orjson.loads(econ(tmp_path, "batches", "show", batch, "--json").stdout)["effect"][
        "changes"
    ]
    assert (change["before"], change["after"], change["cell"]) == (18549.19, 12450.6, "B5")
    assert econ(tmp_path, "review", batch).returncode == 1
    for step in ("submit", "review", "publish"):
        assert econ(tmp_path, step, batch, "--reason", "试", "--person", "李").returncode == 0
    told = orjson.loads(econ(tmp_path, "batches", "show", batch, "--json").stdout)
    assert told["effect"] is None
    assert [(s["state"], s["person"]) for s in told["batch"]["steps"][1:]] == [
        ("submitted", "李"),
        ("reviewed", "李"),
        ("published", "李"),
    ]


def test_revisions_corrections_and_the_audit_trail_are_printed(tmp_path: Path) -> None:
    for name in VINTAGES:
        assert econ(tmp_path, "load", vintage(tmp_path, name), "--publish").returncode == 0
    head, line = econ(tmp_path, "revisions", "gdp", "--area", "120000").stdout.splitlines()
    assert head.startswith("time_period,unit,")
    assert line == "2017,亿元,18549.19,12450.6,18549.19,12450.6,-6098.59"
    assert econ(tmp_path, "revisions", "cpi").returncode == 1
    states = {orjson.loads(one)["state"] for one in _lines(econ(tmp_path, "corrections", "--json"))}
    assert states == {"absent"}
    entries = [orjson.loads(one) for one in _lines(econ(tmp_path, "audit", "--json"))]
    assert [entry["action"] for entry in entries] == ["stage", "submit", "review", "publish"] * 2
    assert [e["previous"] for e in entries[1:]] == [e["hash"] for e in entries[:-1]]
    assert econ(tmp_path, "verify").returncode == 0


def test_the_public_reads_what_is_released(
    sampled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, row = "indicators,where,time_period,released,source", "gdp,province,2017,held,年鉴"
    (tmp_path / "office.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    monkeypatch.setenv("COCKPIT_RELEASES", str(tmp_path))
    asked = ("query", "gdp", "--area", "120000", "--freq", "A", "--from", "2016", "--to", "2018")
    years = [
        [one["time_period"] for one in rows(econ(sampled, *who, *asked, "--format", "json"))]
        for who in ((), ("--released",))
    ]
    assert years == [["2016", "2017", "2018"], ["2016", "2018"]]


def _lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
