"""`make bench`: every measurement, each as a ratio to a named alternative of the same run."""

from __future__ import annotations

from benchmarks import reading, starting, throughput

for measure in (reading, starting, throughput):
    measure.main()
