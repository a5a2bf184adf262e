"""Foreign capital: what is invested from abroad."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="foreign_capital",
    name="Foreign capital",
    indicators=("fdi_actual", "fdi_newfirms"),
    panel=(
        Chart(
            name="Foreign investment",
            strands=(Strand("Utilised", "fdi_actual"), Strand("New enterprises", "fdi_newfirms")),
        ),
    ),
)
