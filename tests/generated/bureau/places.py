"""Real cities with their counties, as bureaus write them down the side of a table."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

AREAS = Path(__file__).parents[3] / "data" / "catalog" / "areas.csv"
ZONES = (
    "高新区",
    "经开区",
    "经济开发区",
    "高新技术产业开发区",
    "经济技术开发区",
    "高新区",
    "经开区",
    "市直",
)
TOTALS = ("全市", "合计", "全　市", "合 计", "总计")


@dataclass(frozen=True)
class Place:
    """A region: its code (None for a functional zone), full and short name."""

    code: str | None
    full: str
    short: str
    level: str = "county"

    @property
    def key(self) -> str:
        return self.code or self.full


@dataclass(frozen=True)
class City:
    """A city and its counties, or a province and its cities."""

    self_: Place
    counties: tuple[Place, ...]


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    with AREAS.open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


def _place(row: Mapping[str, str]) -> Place:
    full = row["name_zh"]
    bare = full[:-1] if len(full) > 2 and full[-1] in "市区县旗" else row["short_zh"]
    known = {row["short_zh"], *row["aliases"].split("|")}
    return Place(row["code"], full, bare if bare in known else full, row["level"])


@cache
def is_unique(name: str) -> bool:
    """Whether one region alone bears the name."""
    return sum(row["name_zh"] == name for row in _rows()) == 1


@cache
def cities() -> tuple[City, ...]:
    """Every prefecture-level city with at least five counties in the catalogue."""
    inside: dict[str, list[Place]] = {}
    for row in _rows():
        inside.setdefault(row["parent"], []).append(_place(row))
    chosen = [
        _place(row) for row in _rows() if row["level"] == "city" and row["name_zh"][-1] == "市"
    ]
    return tuple(
        City(city, tuple(inside[city.key])) for city in chosen if len(inside.get(city.key, ())) >= 5
    )


@cache
def provinces() -> tuple[City, ...]:
    """Every province with at least five cities, and its cities."""
    inside: dict[str, list[Place]] = {}
    for row in _rows():
        if row["level"] == "city" and row["name_zh"] != "省直辖县级行政区划":
            inside.setdefault(row["parent"], []).append(_place(row))
    chosen = [_place(row) for row in _rows() if row["level"] == "province"]
    return tuple(City(p, tuple(inside[p.key])) for p in chosen if len(inside.get(p.key, ())) >= 5)


def padded(name: str, rng: Random) -> str:
    """A two-character name stretched to the width of its neighbours: 北　京."""
    return f"{name[0]}{rng.choice(('　', '  ', '　　', ' '))}{name[1]}" if len(name) == 2 else name
