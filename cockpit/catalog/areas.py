"""Areas: administrative divisions by GB/T 2260 code, and whom a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, cast, get_args

from cockpit.catalog.normal import normalise
from cockpit.catalog.sheet import Folder, Row
from cockpit.country import CHINA

Level = Literal["country", "province", "city", "county", "town"]
WordKind = Literal["whole", "other", "land", "zone", "town"]

COLUMNS = "code parent level name_zh short_zh name_en aliases"
WORD_COLUMNS = "word kind"
GROUP_COLUMNS = "code name_zh name_en areas"

_CODE = re.compile(r"[0-9]{6}(?:[0-9]{3})?", re.ASCII)
_TOWN = 9
_RANK = {level: rank for rank, level in enumerate(get_args(Level))}
# ISO 3166, GB/T 2659 and the code that map files give the whole country.
_CHINA_CODES = {"100000", "156", "CN", "CHN"}


@dataclass(frozen=True, slots=True)
class Area:
    """An administrative division, down to towns an office lists; `parent` is its code."""

    code: str
    name_zh: str
    short_zh: str
    name_en: str
    level: Level
    parent: str | None
    aliases: tuple[str, ...] = ()

    def name(self, locale: str) -> str:
        """The short name in the reader's language."""
        return self.name_en if locale.startswith("en") else self.short_zh


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """Areas a publisher reports on together, in the publisher's order."""

    code: str
    name_zh: str
    name_en: str
    areas: tuple[str, ...]


class Areas:
    """Every area, by its code and by any of its names."""

    def __init__(
        self,
        areas: Mapping[str, Area],
        groups: Mapping[str, AreaGroup],
        words: Mapping[str, WordKind] | None = None,
    ) -> None:
        """`words` are what stands in a column of areas and names none: 合计, 市直, …开发区."""
        self._areas = areas
        self.groups = groups
        self.words = words or {}

    def __iter__(self) -> Iterator[Area]:
        return iter(self._areas.values())

    def __len__(self) -> int:
        return len(self._areas)

    def get(self, code: str) -> Area | None:
        """The area of a code, or None; China also answers to 100000, 156 and CN."""
        return self._areas.get(CHINA if code.upper() in _CHINA_CODES else code)

    def children(self, code: str) -> list[Area]:
        """The areas directly below a code, in the order of their codes."""
        return list(self._children.get(code, ()))

    def path(self, code: str) -> list[Area]:
        """The area and those above it, the country first."""
        found: list[Area] = []
        area = self.get(code)
        while area:
            found.insert(0, area)
            area = self._areas.get(area.parent or "")
        return found

    def resolve(self, text: str, within: str | None = None) -> Area | None:
        """The area a name means, or None where it means none or several.

        `within` is the code of an area or of a group to stay in. A full name outranks a short or
        former one, a place below `within` that area itself, a province a city, a city a county.
        """
        found = self._ranked(text, within)
        best = [area for rank, area in found if rank == found[0][0]]
        return best[0] if len(best) == 1 else None

    def candidates(self, text: str, within: str | None = None) -> list[Area]:
        """Every area that bears a name, likeliest first."""
        return [area for _rank, area in self._ranked(text, within)]

    def _ranked(self, text: str, within: str | None) -> list[tuple[tuple[bool, bool, int], Area]]:
        key = _key(text)
        area_within = self.get(within or "")
        top = area_within.code if area_within else within
        found = [
            ((_key(area.name_zh) != key, area.code == top, _RANK[area.level]), area)
            for area in self._named.get(key, ())
            if top is None or self.inside(area, top)
        ]
        return sorted(found, key=lambda entry: (entry[0], entry[1].code))

    def inside(self, area: Area, within: str) -> bool:
        """Whether an area is, or lies in, the area or group of a code."""
        group = self.groups.get(within)
        if group:
            return area.code in group.areas
        above: Area | None = area
        while above and above.code != within:
            above = self._areas.get(above.parent or "")
        return above is not None

    @cached_property
    def _children(self) -> dict[str, list[Area]]:
        found: dict[str, list[Area]] = {}
        for code in sorted(self._areas):
            found.setdefault(self._areas[code].parent or "", []).append(self._areas[code])
        return found

    @cached_property
    def _named(self) -> dict[str, list[Area]]:
        found: dict[str, list[Area]] = {}
        for area in self._areas.values():
            names = (area.name_zh, area.short_zh, area.name_en, *area.aliases)
            for key in {_key(name) for name in names}:
                found.setdefault(key, []).append(area)
        return found


def read_areas(folder: Folder) -> Areas:
    """Read areas.csv, towns.csv, area_groups.csv and area_words.csv."""
    table = folder.table("areas.csv", COLUMNS, "code", _area)
    towns = folder.table("towns.csv", COLUMNS, "code", _area)
    areas = {code: area for code, (_row, area) in (*table.items(), *towns.items())}
    for row, area in (*table.values(), *towns.values()):
        _check(row, area, areas)
    groups = folder.table("area_groups.csv", GROUP_COLUMNS, "code", lambda row: _group(row, areas))
    words = {
        _key(row.text("word")): _kind(row) for row in folder.rows("area_words.csv", WORD_COLUMNS)
    }
    return Areas(areas, {code: group for code, (_row, group) in groups.items()}, words)


def _kind(row: Row) -> WordKind:
    return cast("WordKind", row.one_of("kind", get_args(WordKind)))


def _area(row: Row) -> Area:
    return Area(
        code=row.text("code"),
        name_zh=row.text("name_zh"),
        short_zh=row.text("short_zh"),
        name_en=row.text("name_en"),
        level=cast("Level", row.one_of("level", _RANK)),
        parent=row.optional("parent") or None,
        aliases=row.several("aliases", between="|"),
    )


def _check(row: Row, area: Area, areas: Mapping[str, Area]) -> None:
    if not _CODE.fullmatch(area.code) or (area.level == "town") != (len(area.code) == _TOWN):
        row.fault(f'code "{area.code}" is not six digits, or nine for a town')
    if area.code == CHINA and area.parent is None:
        return
    above = areas.get(area.parent or "")
    if above is None:
        row.fault(f'parent "{area.parent or ""}" is not in areas.csv')
    elif _RANK.get(above.level, 0) >= _RANK.get(area.level, 9):
        row.fault(f'parent "{above.code}" is a {above.level} and cannot hold a {area.level}')


def _group(row: Row, areas: Mapping[str, Area]) -> AreaGroup:
    return AreaGroup(
        code=row.text("code"),
        name_zh=row.text("name_zh"),
        name_en=row.text("name_en"),
        areas=row.several("areas", areas, "areas.csv", between="|"),
    )


def _key(name: str) -> str:
    return normalise(name).replace("'", "")
