"""The National Bureau of Statistics: its databases' exports and its press releases."""
