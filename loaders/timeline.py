"""Rows and columns of periods, under their former address."""

from loaders.heading.axis import Doubt, Moment, read_axis

__all__ = ["Doubt", "Moment", "read_axis"]
