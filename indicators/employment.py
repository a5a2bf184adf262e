"""Employment and social security."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="employment",
    name="Employment and social security",
    indicators=("new_jobs", "reemploy", "unemp_survey", "unemp_reg", "insured"),
    panel=(
        Chart(
            name="Surveyed urban unemployment",
            strands=(Strand("Surveyed unemployment", "unemp_survey", "period"),),
            transformation="level",
            instead=Chart(
                name="New urban jobs",
                strands=(Strand("New urban jobs", "new_jobs"),),
                transformation="level",
            ),
        ),
    ),
)
