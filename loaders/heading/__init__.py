"""Headings: every notation of a period and every way of counting, taken off a name."""

from loaders.heading.axis import Moment, read_axis
from loaders.heading.cells import LONGEST, cell_period, cell_time, printed
from loaders.heading.cleaning import chinese_part, clean
from loaders.heading.kinds import Heading, Lexicon, Measure, Part, Relative, Time
from loaders.heading.lexicon import CatalogueLexicon, lexicon_of
from loaders.heading.peel import read_heading
from loaders.heading.periods import find_period, read_time, whole_period

__all__ = [
    "LONGEST",
    "CatalogueLexicon",
    "Heading",
    "Lexicon",
    "Measure",
    "Moment",
    "Part",
    "Relative",
    "Time",
    "cell_period",
    "cell_time",
    "chinese_part",
    "clean",
    "find_period",
    "lexicon_of",
    "printed",
    "read_axis",
    "read_heading",
    "read_time",
    "whole_period",
]
