"""Pure functions: series in, a plain dict shaped like a Plotly figure out."""
