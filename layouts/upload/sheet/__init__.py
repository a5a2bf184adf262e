"""The reading view: a file's own sheet, every cell coloured by what became of it."""
