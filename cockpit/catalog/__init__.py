"""The catalogue: what may be measured, in which units, where, and what people call it."""

from cockpit.catalog.areas import Area, AreaGroup, Areas, Level
from cockpit.catalog.codes import Bureau, Category, Dimension, DimensionCode, Industry, NbsCode
from cockpit.catalog.indicator import Indicator
from cockpit.catalog.labels import LabelMatch
from cockpit.catalog.load import Catalog, load_catalog
from cockpit.catalog.normal import normalise
from cockpit.catalog.units import Unit, Units

__all__ = [
    "Area",
    "AreaGroup",
    "Areas",
    "Bureau",
    "Catalog",
    "Category",
    "Dimension",
    "DimensionCode",
    "Indicator",
    "Industry",
    "LabelMatch",
    "Level",
    "NbsCode",
    "Unit",
    "Units",
    "load_catalog",
    "normalise",
]
