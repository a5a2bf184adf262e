"""Names of areas: what stands around a name settles which of its namesakes it is."""

from __future__ import annotations

from cockpit.catalog import Catalog
from loaders.places import Places

CITIES = ["Jilin", "Fuzhou", "Dali", "Sanya", "Xi'an", "Changchun"]


def test_a_city_that_stands_in_every_month_is_still_one_of_the_seventy(catalog: Catalog) -> None:
    long = Places(catalog).axis(CITIES * 20)
    codes = [name.code for name in long[: len(CITIES)]]
    assert codes == ["220200", "350100", "532900", "460200", "610100", "220100"]


def test_alone_the_short_name_is_the_province_and_a_double_name_is_nobody(catalog: Catalog) -> None:
    assert Places(catalog).code("Jilin") == "220000"
    assert Places(catalog).code("Fuzhou") is None
