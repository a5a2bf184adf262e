"""Questions put to a file: declared rules, and the checks that find where they apply."""
