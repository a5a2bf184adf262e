"""How long these tests take: seconds in `make test`, all that was promised in `make soak`."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Effort:
    kills: int
    seconds: float
    queries: int
    lake_kills: int
    batches: int


@pytest.fixture(scope="session")
def effort() -> Effort:
    long = os.environ.get("COCKPIT_SOAK") == "1"
    return Effort(200, 120, 1000, 200, 60) if long else Effort(20, 10, 100, 4, 5)
