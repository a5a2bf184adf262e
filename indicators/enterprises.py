"""Market entities (市场主体) and units above the thresholds of statistics (四上)."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="enterprises",
    name="Market entities",
    indicators=("entities", "entities_new", "units_four", "units_in"),
    panel=(
        Chart(
            name="Market entities",
            strands=(Strand("All", "entities", "stock"),),
            transformation="level",
        ),
        Chart(
            name="Units above the thresholds",
            strands=(Strand("All", "units_four", "stock"),),
            transformation="level",
        ),
    ),
)
