from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.period import Period
from layouts.explore.address import Exploration, href, parse

explorations = st.builds(
    Exploration,
    indicator=st.sampled_from(["gdp", "cpi", "retail_total"]),
    areas=st.lists(
        st.from_regex(r"[0-9]{6}", fullmatch=True), min_size=1, max_size=4, unique=True
    ).map(tuple),
    transformation=st.sampled_from([None, "level", "yoy", "share"]),
    accumulation=st.sampled_from([None, "period", "ytd", "stock"]),
    freq=st.sampled_from([None, "M", "Q", "A"]),
    breakdown=st.sampled_from([(), (("industry", "C26"),), (("category", "1"), ("house", "new"))]),
    since=st.sampled_from([None, "2015", "2015-Q1", "2015-01"]),
    until=st.sampled_from([None, "2024", "2024-Q3", "2024-12"]),
    view=st.sampled_from(["chart", "table"]),
    model=st.sampled_from([None, "adjusted", "projection"]),
    as_of=st.sampled_from([None, "2024-05-01", "2024-05-01T10:00:00+08:00"]),
)


@given(explorations)
def test_the_address_holds_the_whole_state(exploration: Exploration):
    assert parse(href(exploration), "000000") == exploration


@pytest.mark.parametrize(
    "query",
    [
        "freq=W",
        "area=1",
        "from=2024-13",
        "colour=red",
        "transformation=guess",
        "as_of=soon",
        "model=guess",
    ],
)
def test_what_is_not_understood_is_kept_and_changes_nothing(query: str):
    read = parse(f"/explore/gdp?{query}", "330000")
    assert read.unread == (query,)
    assert replace(read, unread=()) == Exploration(indicator="gdp", areas=("330000",))


def test_a_range_holds_periods_by_their_last_month():
    read = parse("/explore/gdp?from=2015&to=2016-Q2", "000000")
    ends = ["2014-12", "2015-01", "2016-06", "2016-07"]
    assert [read.holds(Period.parse("M", end)) for end in ends] == [False, True, True, False]


def test_the_bare_page_names_no_indicator():
    assert parse("/explore", "000000").indicator is None
    assert parse("/explore/", "000000").indicator is None
