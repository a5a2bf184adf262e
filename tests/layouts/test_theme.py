import re
from dataclasses import fields
from pathlib import Path

from layouts import theme

ASSETS = Path(theme.__file__).parent / "assets"


def read(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def test_the_page_and_the_figures_use_the_same_colours():
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", read("10-tokens.css")))
    palette = {
        field.name.replace("_", "-"): getattr(theme.DARK, field.name)
        for field in fields(theme.Palette)
        if isinstance(getattr(theme.DARK, field.name), str)
    }
    palette |= {f"series-{n}": c for n, c in enumerate(theme.DARK.series, start=1)}
    palette |= {f"sequence-{n}": c for n, c in enumerate(theme.DARK.sequence, start=1)}
    shared = tokens.keys() & palette.keys()
    assert len(shared) >= 20
    assert {name: tokens[name] for name in shared} == {n: palette[n].lower() for n in shared}
