"""An ordinary Dash page: figures of plotly, one callback a panel."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dash import Dash, Input, Output, dcc, html
from waitress import serve

from benchmarks.wall.drawn import figures


def main() -> None:
    """Serve it: `dash_page FIGURES PORT`."""
    held = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    app = Dash("ordinary", assets_folder="none")
    cards = [html.Div([html.H3(name), html.H1(f"{v:+}")]) for name, v in held["cards"].items()]
    graphs = [dcc.Graph(id=f"figure-{n}") for n in range(9)]
    grid = {"display": "grid", "gridTemplateColumns": "repeat(5, 1fr)"}
    app.layout = html.Div([dcc.Store(id="version", data=1), *cards, *graphs], style=grid)
    for n in range(9):
        app.callback(Output(f"figure-{n}", "figure"), Input("version", "data"))(
            lambda _version, n=n: figures(held)[n]
        )
    serve(app.server, port=int(sys.argv[2]), threads=16)


if __name__ == "__main__":
    main()
