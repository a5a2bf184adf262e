"""Headings: every notation of a period and every way of counting, taken off a name."""

from loaders.heading.kinds import Heading, Lexicon, Measure, Part, Relative, Time
from loaders.heading.peel import read_heading
from loaders.heading.periods import find_period, whole_period

__all__ = [
    "Heading",
    "Lexicon",
    "Measure",
    "Part",
    "Relative",
    "Time",
    "find_period",
    "read_heading",
    "whole_period",
]
