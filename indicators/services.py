"""Services: production, revenue and profits."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="services",
    name="Services",
    indicators=("svc_index", "svc_revenue", "svc_profit"),
    panel=(
        Chart(
            name="Production of services",
            strands=(Strand("Production index", "svc_index"), Strand("Revenue", "svc_revenue")),
            instead=Chart(
                name="Value added of services", strands=(Strand("Value added", "gdp_tertiary"),)
            ),
        ),
    ),
)
