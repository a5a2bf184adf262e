"""Where areas lie: the boundaries that ship, and those that an office adds in packs."""

from cockpit.boundaries.boundaries import FOLDER, Boundaries, shipped
from cockpit.boundaries.land import Land, Place, Ring, Shape
from cockpit.boundaries.pack import Pack, PackRefused, read_pack

__all__ = [
    "FOLDER",
    "Boundaries",
    "Land",
    "Pack",
    "PackRefused",
    "Place",
    "Ring",
    "Shape",
    "read_pack",
    "shipped",
]
