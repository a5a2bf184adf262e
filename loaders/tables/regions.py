"""Regions that stand in front of names, row by row and column by column."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.facets import Facets
from loaders.places import Places
from loaders.tables.naming import Naming


def divide_their_whole(texts: Sequence[str], places: Places) -> bool:
    """全市 beside 市区 and 市辖县."""
    names = ["".join(text.split()) for text in texts]
    wholes = [name for name in names if name[:1] == "全" and places.is_whole(name)]
    parts = [name for name in names if name not in wholes]
    return bool(wholes and parts) and all(map(places.is_land, parts))


def of_its_region(facets: Facets, naming: Naming) -> Facets:
    """滕州市固定资产投资 is 固定资产投资 of 滕州市, and so is what stands below it."""
    parted = [naming.regional.parted(name) for name in facets.names]
    regions = [found.region for found in parted if found]
    if not regions or facets.place:
        return facets
    place = naming.regional.place(regions[-1], naming.within)
    if place is None:
        return facets
    pairs = zip(facets.names, parted, strict=True)
    names = tuple(found.name if found else name for name, found in pairs)
    label = facets.label if names[-1] == facets.names[-1] else names[-1]
    at = (("area", cell) for said, cell in facets.evidence if said == "indicator")
    evidence = (*at, *facets.evidence)
    return facets._replace(names=names, label=label, place=place, evidence=evidence)
