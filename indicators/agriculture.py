"""Agriculture: output, grain, meat and hogs."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="agriculture",
    name="Agriculture",
    indicators=(
        *("agri_output", "agri_va", "grain_output", "vegetable_output"),
        *("meat_output", "hog_slaughter", "hog_stock"),
    ),
    panel=(
        Chart(
            name="Gross output of agriculture",
            strands=(Strand("Gross output", "agri_output"), Strand("Value added", "agri_va")),
            instead=Chart(
                name="Grain output",
                strands=(Strand("Grain", "grain_output"), Strand("Meat", "meat_output")),
            ),
        ),
    ),
)
