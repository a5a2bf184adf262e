"""Why a person should look at a record: fixed English sentences, translated where shown."""

from __future__ import annotations

from collections.abc import Mapping

NO_INDICATOR = "no indicator found in title, sheet or file name"
NO_REGION = "no region found in title, sheet or file name"
UNKNOWN_REGION = "the region is not in the catalogue"
NO_UNIT = "no unit is printed"
ASSUMED_UNIT = "no unit is printed; the catalogue's is assumed"
GUESSED_UNIT = "the unit is abbreviated and was completed"
OPEN_PERIOD = "the period can be read in two ways"
NO_MONTH = "the month is not named, only the year"
NO_FIGURE = "something other than a figure stands in the cell"
ODD_MONTH = "a quarterly figure stands at a month that ends no quarter"
TWO_PERIODS = "row and column name different periods"
LATER_MONTH = "the month lies after the period of the report"
OPEN_GROWTH = "the growth may be over a year or over a month"
NO_PERIOD = "no period found in title, sheet or file name"
OPEN_ACCUMULATION = "the figure may be of the month or cumulative"
PART_OF_NOTHING = "the name is that of a part, and nothing tells of what"
UNKNOWN_QUALIFIER = "a heading that is not understood stands above or beside the indicator"
TWO_INDICATORS = "row and column name different indicators"
ODD_UNIT = "the unit of the table is none in which the indicator is counted"
WRITTEN: Mapping[str, str] = {
    "triangle": "a triangle stands before the figure, which is read as a minus",
    "arrow": "an arrow stands beside the figure, which is read as its sign",
    "brackets": "brackets stand around the figure, which are read as a minus",
    "blanks": "blanks stand inside the figure and were taken out",
    "decimal comma": "a comma stands in the figure, which is read as a decimal point",
    "two figures": "another figure stands in brackets behind the figure, and is not read",
}
"""What in the writing of a figure can be meant otherwise."""
