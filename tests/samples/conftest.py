"""The product over the sample figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import ROOMS
from cockpit.cockpit import Cockpit
from cockpit.settings import Settings


@pytest.fixture(scope="module")
def cockpit(sampled: Path) -> Iterator[Cockpit]:
    """A cockpit on the samples, closed after each file of tests."""
    opened = Cockpit(Settings(home=sampled), ROOMS)
    yield opened
    opened.warehouse.close()
