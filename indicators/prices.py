"""Prices: consumer and producer price indices as rates on a year earlier."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="prices",
    name="Prices",
    indicators=("cpi", "cpi_core", "cpi_food", "ppi", "ppirm"),
    panel=(
        Chart(
            name="Consumer prices",
            strands=(Strand("CPI", "cpi", "period"), Strand("PPI", "ppi", "period")),
            price=True,
        ),
    ),
)
