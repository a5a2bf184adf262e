"""Growth and single periods of all series: our columns against pandas, one series at a time."""
