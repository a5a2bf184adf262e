"""Why a person should look at a record: fixed English sentences, translated where shown."""

from __future__ import annotations

NO_INDICATOR = "no indicator found in title, sheet or file name"
FILE_INDICATOR = "the indicator is named only in the file's name"
NO_REGION = "no region found in title, sheet or file name"
UNKNOWN_REGION = "the region is not in the catalogue"
NO_UNIT = "no unit is printed"
ASSUMED_UNIT = "no unit is printed; the catalogue's is assumed"
GUESSED_UNIT = "the unit is abbreviated and was completed"
OPEN_PERIOD = "the period can be read in two ways"
SHORT_LABEL = "the label is shortened; it is read like the fuller one in the same sheet"
NO_FIGURE = "something other than a figure stands in the cell"
ODD_MONTH = "a quarterly figure stands at a month that ends no quarter"
