"""Colours, faces and sizes of figures; `assets/10-tokens.css` repeats the colours for the page."""

from __future__ import annotations

from dataclasses import dataclass

FONT = '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they mean; contrasts are measured against `panel`."""

    background: str
    panel: str
    raised: str
    text: str
    text_2: str
    text_3: str
    stale: str
    grid: str
    zero: str
    focus: str
    up: str
    down: str
    alarm: str
    series: tuple[str, str, str, str]
    sequence: tuple[str, str, str, str, str]
    border: str
    nothing: str


DARK = Palette(
    background="#0B1426",
    panel="#12203A",
    raised="#1B2C4D",
    text="#F2F6FC",
    text_2="#C5D0E3",
    text_3="#9FB0CC",
    stale="#8193B2",
    grid="#2A3F6B",
    zero="#5C729E",
    focus="#8FB4F0",
    up="#FF5B4D",
    down="#6FF0C8",
    alarm="#FFC24D",
    series=("#4C9BE8", "#FFC24D", "#8CF0DC", "#D9647B"),
    sequence=("#1E3A66", "#2C5C99", "#3F82C7", "#6BAEE8", "#B5DBFA"),
    border="#0B1426",
    nothing="#1A2742",
)


@dataclass(frozen=True, slots=True)
class Style:
    """How a figure is drawn: sizes are pixels."""

    palette: Palette
    label: int
    line: float
    dot: int
    inset: int
    """Space between the plotting area and the frame's edge above and to the right."""

    years: int
    """How many years an axis has room to name."""

    def em(self, text: str) -> float:
        """The width of a label: a Chinese character is one em, the others about 0.6."""
        ems = sum(1.0 if ord(letter) > 0x2E7F else 0.6 for letter in text)
        return ems * self.label


DESK = Style(palette=DARK, label=13, line=2, dot=7, inset=8, years=12)
