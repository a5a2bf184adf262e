"""As known on: a date means its end, a time means itself, anything else is refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cockpit.errors import NotInCatalogue
from cockpit.moment import as_of


def test_a_date_includes_what_was_published_that_day() -> None:
    noon = datetime(2024, 5, 20, 12).astimezone(UTC).replace(tzinfo=None)
    evening = as_of("2024-05-20")
    assert evening is not None
    assert noon < evening < datetime(2024, 5, 22)  # noqa: DTZ001 - naive UTC like the answer


@pytest.mark.parametrize(
    "text",
    ["2024-05-20T09:30:00+08:00", "2024-05-20T09:30:00 08:00", "2024-05-20T01:30:00+00:00"],
)
def test_a_time_with_an_offset_is_brought_to_utc(text: str) -> None:
    assert as_of(text) == datetime(2024, 5, 20, 1, 30)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text", ["yesterday", "2024-13-01", "20240520T", "0001-01-01T00:00:00+14:00"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(NotInCatalogue):
        as_of(text)
