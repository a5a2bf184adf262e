"""Fixed-asset investment: published growth only, for the levels are not comparable."""

from __future__ import annotations

from cockpit.indicator import Chart, Strand, Subject

SUBJECT = Subject(
    id="investment",
    name="Investment",
    indicators=(
        *("fai", "fai_industry3", "fai_industrial", "fai_manufacturing", "fai_tech", "fai_infra"),
        *("fai_private", "fai_hightech", "fai_project", "fai_composition", "fai_funds"),
        "fai_newproj",
    ),
    panel=(
        Chart(
            name="Fixed-asset investment",
            strands=(
                Strand("Total", "fai"),
                Strand("Private", "fai_private"),
                Strand("Real estate", "re_investment"),
            ),
            instead=Chart(
                name="Funds for investment", strands=(Strand("Funds in place", "fai_funds"),)
            ),
        ),
        Chart(
            name="Investment in the secondary sector",
            strands=(
                Strand("Secondary", "fai_industry3", breakdown=(("sector", "2"),)),
                Strand("Primary", "fai_industry3", breakdown=(("sector", "1"),)),
                Strand("Tertiary", "fai_industry3", breakdown=(("sector", "3"),)),
            ),
        ),
    ),
)
