"""Sentiment and early warning: what enterprises say of the month to come."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="sentiment",
    name="Sentiment and warning",
    indicators=("pmi_mfg", "pmi_nonmfg", "pmi_comp", "biz_climate", "warn_index", "diffusion"),
    panel=(
        Chart(
            name="Manufacturing PMI",
            strands=(
                Strand("Manufacturing", "pmi_mfg", "period"),
                Strand("Non-manufacturing", "pmi_nonmfg", "period"),
            ),
            transformation="level",
        ),
    ),
)
