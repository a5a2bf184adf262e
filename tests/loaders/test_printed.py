"""A printed line is the record's own JSON, whatever the records beside it share."""

from __future__ import annotations

import orjson
from hypothesis import given
from hypothesis import strategies as st

from cockpit.evidence import Evidence
from cockpit.observation import Observation
from loaders.printed import record_lines

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=4)
PLACES = st.lists(st.tuples(st.sampled_from(("unit", "area")), st.sampled_from(("B2", "file"))))
BESIDE = st.lists(st.tuples(st.sampled_from(("unit", "indicator")), st.sampled_from(("A", "A1"))))
RECORDS = st.builds(
    Observation,
    sheet=TEXTS,
    cell=TEXTS,
    label=TEXTS,
    parents=st.lists(TEXTS, max_size=2).map(tuple),
    indicator=st.none() | TEXTS,
    ref_area=TEXTS,
    area=st.none() | TEXTS,
    breakdown=st.dictionaries(TEXTS, TEXTS, max_size=2),
    freq=st.just("M"),
    time_period=TEXTS,
    accumulation=st.just("ytd"),
    transformation=st.just("level"),
    unit=TEXTS,
    value=st.none() | st.integers(-9, 9) | st.floats(allow_nan=False, allow_infinity=False),
    raw=TEXTS,
    needs_review=st.booleans(),
    reasons=st.lists(TEXTS, max_size=2).map(tuple),
    evidence=st.builds(Evidence, PLACES.map(tuple), BESIDE.map(tuple), st.integers(1, 30).map(str)),
)


@given(st.lists(RECORDS, min_size=1, max_size=4), TEXTS)
def test_lines_are_what_the_records_are(records: list[Observation], named: str) -> None:
    begin = orjson.dumps({"file": named})[:-1] + b","
    expected = [orjson.dumps({"file": named} | record.to_dict()) for record in records]
    assert [*record_lines(records, begin)] == [line + b"\n" for line in expected]
