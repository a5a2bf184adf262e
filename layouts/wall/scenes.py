"""Scenes as files that staff write: read and checked as a whole when the server starts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.i18n import gettext as _
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq
from cockpit.series import Selection
from layouts.wall.elements import KINDS
from layouts.wall.scene import FACTS, Card, FactKind, Named, Panel, Scene, Scenes

_FIELDS = ("zh", "en", "order", "dwell", "area", "cards", "panels")
_CARD = ("of", "level", "cumulative", "show", "spark", "zh", "en")
_PANEL = ("kind", "zh", "en", "series", "otherwise", "columns", "rows")
_NAMED = ("of", "zh", "en")
_ID = re.compile(r"[a-z][a-z0-9-]*")
_DWELL = range(2, 601)
_SIDES = range(1, 4)
_SPARKS = (13, 25)


class ScenesRefused(CatalogueFault):
    """Files of scenes that cannot be shown as they are written; one line a fault."""


def read_scenes(folder: Path, catalog: Catalog) -> Scenes:
    """Every scene of a folder in the order of rotation; raises ScenesRefused with every fault."""
    reading = _Reading(catalog)
    found = [reading.scene(path) for path in sorted(folder.glob("*.toml"))]
    if not found:
        reading.faults.append(_("%(folder)s holds no scene.", folder=str(folder)))
    if reading.faults:
        raise ScenesRefused("\n".join(reading.faults))
    return {scene.id: scene for scene in sorted(found, key=lambda one: (one.order, one.id))}


class _Reading:
    """Collects faults, so that whoever wrote the files is told of all of them at once."""

    def __init__(self, catalog: Catalog) -> None:
        self.faults: list[str] = []
        self._catalog = catalog
        self._file = ""

    def scene(self, path: Path) -> Scene:
        self._file = path.name
        given = self._table(path)
        if not _ID.fullmatch(path.stem):
            self._fault(_("the file name may hold small letters, digits and hyphens only"))
        self._known(given, _FIELDS, "")
        area = self._text(given, "area", "", needed=False)
        if area and self._catalog.areas.get(area) is None:
            self._fault(_("area %(code)s is not in the catalogue", code=area))
        scene = Scene(
            id=path.stem,
            zh=self._text(given, "zh", ""),
            en=self._text(given, "en", ""),
            order=self._number(given, "order", "", 0, range(10_000)),
            dwell=self._number(given, "dwell", "", 30, _DWELL),
            area=area,
            cards=tuple(self._each(given, "cards", self._card)),
            panels=tuple(self._each(given, "panels", self._panel)),
        )
        if not scene.panels:
            self._fault(_("a scene needs at least one [[panels]]"))
        return scene

    def _card(self, given: Mapping[str, Any], where: str) -> Card:
        self._known(given, _CARD, where)
        return Card(
            main=self._named({key: given[key] for key in _NAMED if key in given}, where),
            level=self._amount(given, "level", where),
            cumulative=self._amount(given, "cumulative", where),
            shows=self._facts(given, where),
            spark=self._spark(given, where),
        )

    def _amount(self, given: Mapping[str, Any], key: str, where: str) -> Selection | None:
        text = self._text(given, key, where, needed=False)
        return self._selection(text, f"{where} {key}") if text else None

    def _facts(self, given: Mapping[str, Any], where: str) -> tuple[FactKind, ...]:
        asked = given.get("show", list(FACTS))
        known = tuple(one for one in asked if one in FACTS) if isinstance(asked, list) else ()
        if not isinstance(asked, list) or len(set(known)) < len(asked):
            words = _(
                "%(where)s: show lists some of %(known)s", where=where, known=", ".join(FACTS)
            )
            self._fault(words)
        return known

    def _spark(self, given: Mapping[str, Any], where: str) -> int:
        spark = given.get("spark", _SPARKS[0])
        if type(spark) is int and spark in _SPARKS:
            return spark
        self._fault(_("%(where)s: spark must be 13 or 25", where=where))
        return _SPARKS[0]

    def _panel(self, given: Mapping[str, Any], where: str) -> Panel:
        self._known(given, _PANEL, where)
        panel = Panel(
            kind=self._text(given, "kind", where),
            zh=self._text(given, "zh", where),
            en=self._text(given, "en", where),
            series=tuple(self._each(given, "series", self._named, where)),
            otherwise=tuple(self._each(given, "otherwise", self._named, where)),
            columns=self._number(given, "columns", where, 1, _SIDES),
            rows=self._number(given, "rows", where, 1, _SIDES),
        )
        kind = KINDS.get(panel.kind)
        if kind is None:
            known = ", ".join(KINDS)
            self._fault(
                _(
                    "%(where)s: kind %(kind)s is none of %(known)s",
                    where=where,
                    kind=repr(panel.kind),
                    known=known,
                )
            )
        elif len(panel.series) not in kind.takes:
            self._fault(
                _(
                    "%(where)s: %(kind)s shows %(least)s to %(most)s series, not %(count)s",
                    where=where,
                    kind=panel.kind,
                    least=kind.takes[0],
                    most=kind.takes[-1],
                    count=len(panel.series),
                )
            )
        return panel

    def _named(self, given: object, where: str) -> Named:
        if isinstance(given, str):
            return Named(self._selection(given, where))
        if not isinstance(given, Mapping):
            self._fault(_("%(where)s: expected a text or a table", where=where))
            return Named(Selection(indicator=""))
        self._known(given, _NAMED, where)
        names = [self._text(given, key, where, needed=False) for key in ("zh", "en")]
        return Named(self._selection(self._text(given, "of", where), where), *names)

    def _selection(self, text: str, where: str) -> Selection:
        """`fai yoy M ytd sector=1`: an indicator, then whatever is to be settled."""
        code, *words = text.split() or [""]
        if code not in self._catalog.indicators:
            self._fault(
                _(
                    "%(where)s: indicator %(code)s is not in the catalogue",
                    where=where,
                    code=repr(code),
                )
            )
        settled: dict[str, Any] = {}
        breakdown: list[tuple[str, str]] = []
        for word in words:
            name, equals, value = word.partition("=")
            field = next((key for key, known in _WORDS.items() if word in known), None)
            if equals and name in self._catalog.dimensions:
                breakdown.append((name, value))
            elif field:
                settled[field] = word
            else:
                self._fault(
                    _(
                        "%(where)s: %(word)s is no measure, frequency, basis or breakdown",
                        where=where,
                        word=repr(word),
                    )
                )
        return Selection(indicator=code, breakdown=tuple(sorted(breakdown)), **settled)

    def _each(
        self,
        given: Mapping[str, Any],
        key: str,
        read: Callable[[Any, str], Any],
        inside: str = "",
    ) -> Iterator[Any]:
        found = given.get(key, [])
        if not isinstance(found, list):
            self._fault(_("%(where)s: expected a list", where=f"{inside} {key}".strip()))
            return
        for number, one in enumerate(found, start=1):
            where = f"{inside} {key} {number}".strip()
            if inside or isinstance(one, Mapping):
                yield read(one, where)
            else:
                self._fault(_("%(where)s: expected a table", where=where))

    def _table(self, path: Path) -> Mapping[str, Any]:
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self._fault(_("cannot be read: %(error)s", error=error))
            return {}

    def _known(self, given: Mapping[str, Any], known: Sequence[str], where: str) -> None:
        for key in given:
            if key not in known:
                place = f"{where}: " if where else ""
                words = _("%(key)s is none of %(known)s", key=repr(key), known=", ".join(known))
                self._fault(place + words)

    def _text(self, given: Mapping[str, Any], key: str, where: str, *, needed: bool = True) -> str:
        text = given.get(key, "")
        if not isinstance(text, str) or (needed and not text.strip()):
            place = f"{where}: " if where else ""
            self._fault(place + _("%(key)s must be a text", key=key))
            return ""
        return text

    def _number(
        self, given: Mapping[str, Any], key: str, where: str, otherwise: int, inside: range
    ) -> int:
        number = given.get(key, otherwise)
        if type(number) is int and number in inside:
            return number
        place = f"{where}: " if where else ""
        self._fault(
            place
            + _(
                "%(key)s must be a whole number from %(low)s to %(high)s",
                key=key,
                low=inside[0],
                high=inside[-1],
            )
        )
        return otherwise

    def _fault(self, words: str) -> None:
        self.faults.append(f"{self._file}: {words}")


_WORDS: Mapping[str, Sequence[str]] = {
    "transformation": get_args(Transformation),
    "freq": get_args(Freq),
    "accumulation": get_args(Accumulation),
}
