"""The country itself, among the areas of its catalogue."""

CHINA = "000000"
