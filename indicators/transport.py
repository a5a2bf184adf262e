"""Transport, post and telecommunications."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="transport",
    name="Transport and post",
    indicators=("freight", "passenger", "port", "express", "telecom"),
    panel=(
        Chart(
            name="Freight",
            strands=(
                Strand("Freight", "freight"),
                Strand("Passengers", "passenger"),
                Strand("Express delivery", "express"),
            ),
        ),
    ),
)
