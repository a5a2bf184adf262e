"""Every sentence of the interface has its Chinese, with the same places to fill."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
PLACE = re.compile(r"%\((\w+)\)s")
KEYWORDS = {"_": None, "gettext": None, "translate": (2,), "N_": None}


def sentences() -> dict[str, str]:
    path = ROOT / "cockpit" / "locale" / "zh_CN" / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id}


def used() -> set[str]:
    rooms = ("cockpit", "loaders", "indicators", "layouts")
    found = (
        message
        for room in rooms
        for _file, _line, message, _comments, _context in extract_from_dir(
            ROOT / room, method_map=[("**.py", "python")], keywords=KEYWORDS
        )
    )
    return {m if isinstance(m, str) else m[0] for m in found}


def test_every_sentence_has_its_chinese() -> None:
    known = sentences()
    assert sorted(m for m in used() if not known.get(m)) == []


def test_the_places_to_fill_agree() -> None:
    uneven = {
        english
        for english, chinese in sentences().items()
        if set(PLACE.findall(english)) != set(PLACE.findall(chinese))
    }
    assert uneven == set()
