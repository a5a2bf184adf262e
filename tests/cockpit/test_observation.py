"""Records are equal whoever says them."""

from __future__ import annotations

from cockpit.observation import Observation


def test_evidence_makes_no_difference(tianjin: Observation) -> None:
    elsewhere = tianjin._replace(evidence={"unit": "A1"})
    assert tianjin == elsewhere
    assert (tianjin != elsewhere) is False
    assert tianjin != tianjin._replace(value=0.0)
