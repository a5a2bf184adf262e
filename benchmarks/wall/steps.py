"""The way from an ordinary page to the wall, a step a page: `python -m benchmarks.wall.steps`.

Every page shows the same fifteen panels; each does what the one before does, and one thing more.
The plotly that is cut down has lines alone: it draws a line where the whole one draws bars.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import plotly
from flask import Flask, Response, render_template_string
from waitress import serve

from benchmarks.wall.drawn import figures

WHOLE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
CUT = Path(__file__).parents[2] / "layouts" / "assets" / "00-plotly.min.js"
FOREVER = "public, max-age=31536000, immutable"
PAGE = (Path(__file__).parent / "steps.html").read_text(encoding="utf-8")
TRACES = "document.querySelectorAll('.js-plotly-plot .trace').length"


@dataclass(frozen=True, slots=True)
class Step:
    """What a page does: which plotly, compressed or not, kept or not, sparklines by plotly."""

    words: str
    bundle: Path = WHOLE
    compressed: bool = False
    kept: bool = False
    sparks: bool = True


STEPS = {
    "plain": Step("one answer, no components"),
    "compressed": Step("compressed", compressed=True),
    "cut": Step("plotly cut down", CUT, compressed=True),
    "kept": Step("kept by the browser", CUT, compressed=True, kept=True),
    "sparks": Step("sparklines as SVG", CUT, compressed=True, kept=True, sparks=False),
}
STANDS = {name: f"{TRACES} >= {15 if step.sparks else 9}" for name, step in STEPS.items()}


def main() -> None:
    """Serve them: `steps FIGURES PORT`."""
    held = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    app = Flask("steps")

    @app.get("/<name>/")
    def page(name: str) -> Response:
        return _answer(_page(held, STEPS[name]).encode(), "text/html", STEPS[name].compressed)

    @app.get("/<name>/plotly.js")
    def bundle(name: str) -> Response:
        step = STEPS[name]
        answer = _answer(step.bundle.read_bytes(), "text/javascript", step.compressed)
        answer.headers["Cache-Control"] = FOREVER if step.kept else "no-store"
        return answer

    serve(app, port=int(sys.argv[2]), threads=16)


def _page(held: dict[str, Any], step: Step) -> str:
    lines = [[value for _month, value in line] for line in list(held["lines"].values())[:6]]
    drawn = ",".join(figure.to_json() for figure in figures(held))
    given = {"held": held, "step": step, "sparks": json.dumps(lines), "drawn": f"[{drawn}]"}
    return render_template_string(PAGE, **given, paths=[_path(line) for line in lines])


def _path(values: list[float]) -> str:
    low, span = min(values), (max(values) - min(values)) or 1
    places = (f"{n} {44 - 42 * (value - low) / span:.1f}" for n, value in enumerate(values))
    return "M" + "L".join(places)


def _answer(content: bytes, kind: str, compressed: bool) -> Response:
    answer = Response(_compressed(content) if compressed else content, mimetype=kind)
    if compressed:
        answer.headers["Content-Encoding"] = "br"
    return answer


@cache
def _compressed(content: bytes) -> bytes:
    return brotli.compress(content, quality=9)


if __name__ == "__main__":
    main()
