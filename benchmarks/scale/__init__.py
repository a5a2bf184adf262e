"""The warehouse with one, ten and eighty million figures."""
