# /// script
# requires-python = ">=3.11"
# dependencies = ["brotli==1.2.1", "fonttools==4.68.0"]
# ///
"""Cut Noto Sans SC down to the characters this product prints, into `../assets/fonts/`.

Usage: `npm ci && python fonts.py`, in this folder.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset  # ty: ignore[import-not-found, unused-ignore-comment]

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PACKAGE = HERE / "node_modules" / "@expo-google-fonts" / "noto-sans-sc"
TARGET = HERE.parent / "assets" / "fonts"

WEIGHTS = {"regular": "400Regular", "bold": "700Bold"}
ROOMS = ("cockpit", "indicators", "layouts", "data")
WRITTEN = {".csv", ".toml", ".po", ".py", ".html", ".js", ".css"}
NOT_OURS = ("node_modules", "samples", "00-plotly.min.js")
OTHER_SYMBOLS = "²³⁴㎡㎢"
OPTIONS = (
    "--flavor=woff2",
    "--no-hinting",
    "--layout-features=ccmp,kern,liga,locl",
    "--name-IDs=0,1,2,3,4,5,6,7,13,14",  # 0, 7, 13 and 14 are copyright, trademark and licence
    "--notdef-outline",  # a character that is missing shows as a box, not as nothing
)


def main() -> None:
    """Write one woff2 file a weight, and the licence."""
    characters = ",".join(f"{ord(c):x}" for c in sorted(wanted()))
    for name, weight in WEIGHTS.items():
        source = PACKAGE / weight / f"NotoSansSC_{weight}.ttf"
        target = TARGET / f"noto-sans-sc-{name}.woff2"
        subset.main([str(source), *OPTIONS, f"--unicodes={characters}", f"--output-file={target}"])
    shutil.copy(PACKAGE / "LICENSE_FONT", TARGET / "OFL.txt")


def wanted() -> set[str]:
    """Give Latin-1, punctuation, the 3755 most common Chinese characters, and all we write."""
    latin1 = "".join(map(chr, range(0x20, 0x100)))
    common = gb2312(1, 3) + gb2312(16, 55)
    return {c for c in latin1 + common + OTHER_SYMBOLS + own_text() if c.isprintable()}


def gb2312(first_row: int, last_row: int) -> str:
    """Give the characters of some rows of GB/T 2312, 94 cells a row."""
    rows, cells = range(0xA0 + first_row, 0xA1 + last_row), range(0xA1, 0xFF)
    return "".join(bytes((r, c)).decode("gbk", "ignore") for r in rows for c in cells)


def own_text() -> str:
    """Read whatever may reach a screen: catalogue, translations, scenes, templates, programs."""
    return "".join(path.read_text(encoding="utf-8") for path in own_files())


def own_files() -> Iterator[Path]:
    """Give the files of our own that hold words."""
    for room in ROOMS:
        for path in (ROOT / room).rglob("*"):
            if path.suffix in WRITTEN and not any(name in path.parts for name in NOT_OURS):
                yield path


if __name__ == "__main__":
    main()
