"""What is stated of a name that means the same alone is what would be stated below other names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from loaders.facets import NOTHING, Facets
from loaders.heading import Measure
from loaders.knowledge import knowledge_of
from loaders.report import Report
from loaders.sides import Sides
from loaders.statement import Stating

MEASURES = st.sampled_from([None, Measure("yoy", unit="%"), Measure("level"), Measure("share")])
TITLES = st.sampled_from([(), ("固定资产投资",), ("规模以上工业增加值",), ("用电量",)])
LINES = st.lists(st.sampled_from(["工业用电情况", "人民币信贷收支", "房地产开发"]), max_size=2)


@given(data=st.data())
def test_rows_above_change_nothing_where_a_name_is_told_alone(
    catalog: Catalog, data: st.DataObject
) -> None:
    known = knowledge_of(catalog, "")
    names = st.sampled_from([*known.catalog.labels.texts, "企业", "新设", "其他", "户数"])
    units = st.sampled_from([None, *catalog.units])
    title = Facets(names=data.draw(TITLES), unit=data.draw(units), measure=data.draw(MEASURES))
    report = Report(title, None, None, tuple(data.draw(LINES)))
    path = tuple(data.draw(st.lists(names, min_size=1, max_size=3)))
    said = Facets(path, path[-1], data.draw(st.just("") | names), unit=data.draw(units))
    sides = Sides(known, ())
    row = sides.row(0, (NOTHING, said)).said
    column = sides.column(1, Facets(measure=data.draw(MEASURES), unit=data.draw(units))).said
    quick = Stating(known, report).of(row, column, "")
    assert quick == Stating(known, report).of(row._replace(alone=None), column, "")
