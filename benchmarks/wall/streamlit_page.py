"""An ordinary Streamlit page: metrics and charts of plotly in columns."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.wall.drawn import figures

held = json.loads(Path(os.environ["FIGURES"]).read_text(encoding="utf-8"))
st.set_page_config(layout="wide")
for column, (name, value) in zip(st.columns(6), held["cards"].items(), strict=True):
    column.metric(name, f"{value:+}")
places = [column for _row in range(2) for column in st.columns(5)]
for n, (column, figure) in enumerate(zip(places, figures(held), strict=False)):
    column.plotly_chart(figure, key=str(n))
