"""What the browser is given holds all that is drawn with it, and no more."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cockpit.settings import DATA

LAYOUTS = DATA.parent / "layouts"
READ_AND_NEVER_SHOWN = {"ʼ", "₁", "₂"}
"""An apostrophe of printed names, which is read as a plain one; signs of a formula's docstring."""


@pytest.fixture(scope="module")
def wanted() -> set[str]:
    sys.path.insert(0, str(LAYOUTS / "bundle"))
    try:
        return import_module("fonts").wanted()
    finally:
        sys.path.pop(0)


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_font_has_every_character_of_the_product(wanted: set[str], weight: str) -> None:
    with TTFont(LAYOUTS / "assets" / "fonts" / f"noto-sans-sc-{weight}.woff2") as font:
        held = set(map(chr, font.getBestCmap()))
    assert "".join(sorted(wanted - held - READ_AND_NEVER_SHOWN)) == ""


def test_plotly_is_cut_down_to_what_the_desk_draws() -> None:
    entry = (LAYOUTS / "bundle" / "plotly.entry.js").read_text(encoding="utf-8")
    bundled = set(re.findall(r"plotly\.js/lib/(?!core|locales)([a-z]+)", entry)) | {"scatter"}
    assert drawn(LAYOUTS / "figures") == bundled


def drawn(folder: Path) -> set[str]:
    """The kinds of traces that figures are made of."""
    programs = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    return set(re.findall(r'"type": "([a-z]+)",\n', programs))
