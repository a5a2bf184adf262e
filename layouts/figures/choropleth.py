"""A map of areas shaded by class, with the country's boundary lines and the southern sea inset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layouts.figures.axes import Figure, layout
from layouts.theme import Style

CLASSES = 5
MAIN: Figure = {
    "projection": {"type": "conic equal area", "parallels": [25, 47], "rotation": {"lon": 105}},
    "lonaxis": {"range": [74.5, 134]},
    "lataxis": {"range": [17.6, 53.6]},
    "domain": {"x": [0.07, 1], "y": [0, 1]},
}
SOUTH: Figure = {
    "projection": {"type": "conic equal area", "parallels": [8, 20], "rotation": {"lon": 114}},
    "lonaxis": {"range": [106, 122]},
    "lataxis": {"range": [2.5, 24]},
    "domain": {"x": [0.85, 0.995], "y": [0.005, 0.33]},
}


@dataclass(frozen=True, slots=True)
class Shade:
    """One area of the map; `value` None is an area without a figure, `address` where it leads."""

    area: str
    value: float | None
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Boundary lines and islands: runs of longitudes and latitudes, None between two runs."""

    lines: tuple[tuple[float | None, float | None], ...]
    dots: tuple[tuple[float, float], ...]


def cuts(values: Sequence[float]) -> list[float]:
    """The values that part the classes: fifths of the areas, to two significant digits."""
    rising = sorted(values)
    found = (
        [_two_digits(rising[len(rising) * n // CLASSES]) for n in range(1, CLASSES)]
        if rising
        else []
    )
    return sorted({cut for cut in found if rising[0] < cut <= rising[-1]})


def choropleth(
    shades: Sequence[Shade],
    parted: Sequence[float],
    outline: Outline,
    address: str,
    style: Style,
    marked: str = "",
) -> Figure:
    """Draw areas by class; `address` is where the browser finds the boundaries.

    Areas without a figure are a trace of their own, which the page hatches; one area may be
    marked by an outline.
    """
    traces = [
        trace for geo in ("geo", "geo2") for trace in _map(geo, shades, parted, address, style)
    ]
    seas = [trace for geo in ("geo", "geo2") for trace in _outline(geo, outline, style)]
    own = [_mark(shade, address, style) for shade in shades if shade.area == marked]
    margin = {"margin": {"l": 0, "r": 0, "t": 0, "b": 0}}
    return {
        "data": [*traces, *own, *seas],
        "layout": {
            **layout(style, left=0, below=0),
            **margin,
            "geo": _geo(MAIN, style, frame=False),
            "geo2": _geo(SOUTH, style, frame=True),
        },
    }


def scale(classes: int, style: Style) -> list[str]:
    """The colours of that many classes, lightest for most."""
    sequence = style.palette.sequence
    last = len(sequence) - 1
    return [sequence[round(n * last / max(classes - 1, 1))] for n in range(classes)]


def _map(
    geo: str, shades: Sequence[Shade], parted: Sequence[float], address: str, style: Style
) -> list[Figure]:
    missing = [shade for shade in shades if shade.value is None]
    held = [(shade, shade.value) for shade in shades if shade.value is not None]
    classes = [bisect_right(parted, value) for _, value in held]
    nothing = style.palette.nothing
    return [
        _areas(geo, missing, [0] * len(missing), [nothing], address, style),
        _areas(geo, [s for s, _ in held], classes, scale(len(parted) + 1, style), address, style),
    ]


def _areas(
    geo: str,
    shades: Sequence[Shade],
    classes: Sequence[int],
    colours: Sequence[str],
    address: str,
    style: Style,
) -> Figure:
    return {
        "type": "choropleth",
        "geo": geo,
        "geojson": address,
        "featureidkey": "id",
        "locations": [shade.area for shade in shades],
        "z": list(classes),
        "zmin": -0.5,
        "zmax": len(colours) - 0.5,
        "colorscale": _steps(colours),
        "showscale": False,
        "text": [shade.words for shade in shades],
        "customdata": [shade.address for shade in shades],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"line": {"color": style.palette.border, "width": style.line / 3}},
    }


def _mark(shade: Shade, address: str, style: Style) -> Figure:
    """The outline of one area, above all others."""
    clear = "rgba(0,0,0,0)"
    trace = _areas("geo", [shade], [0], [clear], address, style)
    return trace | {"marker": {"line": {"color": style.palette.text, "width": style.line}}}


def _steps(colours: Sequence[str]) -> list[list[Any]]:
    count = len(colours)
    edges = [[n / count, (n + 1) / count] for n in range(count)]
    return [[at, colour] for pair, colour in zip(edges, colours, strict=True) for at in pair]


def _outline(geo: str, outline: Outline, style: Style) -> list[Figure]:
    palette = style.palette
    common = {"type": "scattergeo", "geo": geo, "hoverinfo": "skip", "showlegend": False}
    lines = {"mode": "lines", "line": {"color": palette.text_3, "width": style.line / 2}}
    dots = {"mode": "markers", "marker": {"color": palette.text_3, "size": style.line * 0.7}}
    return [
        {
            **common,
            **lines,
            "lon": [lon for lon, _ in outline.lines],
            "lat": [lat for _, lat in outline.lines],
        },
        {
            **common,
            **dots,
            "lon": [lon for lon, _ in outline.dots],
            "lat": [lat for _, lat in outline.dots],
        },
    ]


def _geo(extent: Mapping[str, Any], style: Style, *, frame: bool) -> Figure:
    hidden = dict.fromkeys(
        ("showcoastlines", "showland", "showocean", "showlakes", "showrivers", "showcountries"),
        False,
    )
    return {
        **extent,
        **hidden,
        "bgcolor": "rgba(0,0,0,0)",
        "showframe": frame,
        "framecolor": style.palette.zero,
        "framewidth": style.line / 3,
        "resolution": 110,
    }


def _two_digits(value: float) -> float:
    return float(f"{value:.2g}")
