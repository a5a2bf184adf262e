"""These tests want `make test-spark`: Java, pyspark in its own environment, minutes of time."""

from __future__ import annotations

import os

collect_ignore_glob = [] if os.environ.get("COCKPIT_SPARK") else ["test_*.py"]
