"""Construction: output and contracts."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="construction",
    name="Construction",
    indicators=("con_output", "con_contract"),
    panel=(
        Chart(
            name="Output of construction",
            strands=(Strand("Output", "con_output"), Strand("Contracts", "con_contract")),
        ),
    ),
)
