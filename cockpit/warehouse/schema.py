"""The tables of the warehouse; rows are only ever added."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Double,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
)

VERSION = 7

metadata = MetaData()

# No primary keys and no indexes: DuckDB's zone maps serve the reads, and an ART index would only
# slow the appends (docs/decisions/0002-warehouse.md).
layout = Table("layout", metadata, Column("version", Integer, nullable=False))

batch = Table(
    "batch",
    metadata,
    Column("id", Integer, nullable=False),
    Column("file_name", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("source", String, nullable=False),
    Column("observations", Integer, nullable=False),
    Column("doubtful", Integer, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("seq", Integer, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("action", String, nullable=False),
    Column("person", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("reason", String, nullable=False),
    Column("accepts_doubtful", Boolean, nullable=False),
)

series = Table(
    "series",
    metadata,
    Column("id", Integer, nullable=False),
    # A figure whose indicator or area the catalogue does not know is kept under its printed words.
    Column("indicator", String, nullable=False),
    Column("label", String, nullable=False),
    Column("area", String, nullable=False),
    Column("ref_area", String, nullable=False),
    Column("freq", String, nullable=False),
    Column("accumulation", String, nullable=False),
    Column("transformation", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("breakdown", String, nullable=False),
    # The same in two whole numbers, by which figures are sorted and searched.
    Column("measure", Integer, nullable=False),
    Column("place", Integer, nullable=False),
)

measure = Table(
    "measure",
    metadata,
    Column("id", Integer, nullable=False),
    Column("indicator", String, nullable=False),
    Column("label", String, nullable=False),
    Column("freq", String, nullable=False),
    Column("accumulation", String, nullable=False),
    Column("transformation", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("breakdown", String, nullable=False),
)

place = Table(
    "place",
    metadata,
    Column("id", Integer, nullable=False),
    Column("area", String, nullable=False),
    Column("ref_area", String, nullable=False),
)

observation = Table(
    "observation",
    metadata,
    Column("id", BigInteger, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("series", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("months", SmallInteger, nullable=False),
    Column("value", Double),
    Column("unit", String, nullable=False),
    Column("status", String, nullable=False),
    Column("sheet", String, nullable=False),
    Column("cell", String, nullable=False),
    Column("raw", String, nullable=False),
    Column("label", String, nullable=False),
    Column("parents", String, nullable=False),
    Column("ref_area", String, nullable=False),
    Column("needs_review", Boolean, nullable=False),
    Column("reasons", String, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    Column("batch", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("issue", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("sheet", String, nullable=False),
    Column("cell", String),
    Column("message_zh", String, nullable=False),
    Column("message_en", String, nullable=False),
    Column("expected", String),
    Column("found", String),
)

family = Table(
    "family",
    metadata,
    Column("batch", Integer, nullable=False),
    Column("family", String, nullable=False),
)

answer = Table(
    "answer",
    metadata,
    Column("id", Integer, nullable=False),
    Column("family", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("printed", String, nullable=False),
    Column("meaning", String, nullable=False),
    Column("person", String, nullable=False),
    Column("at", DateTime, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("event", Integer, nullable=False),
    Column("reason", String, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", BigInteger, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("person", String, nullable=False),
    Column("action", String, nullable=False),
    Column("object", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
)

# One row, which every change writes anew: two changes at once cannot both do so.
tip = Table(
    "tip",
    metadata,
    Column("seq", BigInteger, nullable=False),
    Column("hash", String, nullable=False),
)

alarm = Table(
    "alarm",
    metadata,
    Column("id", Integer, nullable=False),
    Column("threshold", String, nullable=False),
    # The figure that set it, named as the trail does; value, level and release are in `unit`.
    Column("figure", String, nullable=False),
    Column("value", Double, nullable=False),
    Column("unit", String, nullable=False),
    Column("comparator", String, nullable=False),
    Column("level", Double, nullable=False),
    Column("release", Double, nullable=False),
    Column("consecutive", Integer, nullable=False),
    Column("bureau", String, nullable=False),
)

alarm_step = Table(
    "alarm_step",
    metadata,
    Column("seq", Integer, nullable=False),
    Column("alarm", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("person", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("text", String, nullable=False),
)

# Of a wall's token only the SHA-256 of its secret is kept.
wall = Table(
    "wall",
    metadata,
    Column("id", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("scenes", String, nullable=False),
    Column("areas", String, nullable=False),
    Column("expires", DateTime, nullable=False),
    Column("secret", String, nullable=False),
    Column("visitor", Boolean),
)

wall_step = Table(
    "wall_step",
    metadata,
    Column("seq", Integer, nullable=False),
    Column("wall", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("person", String, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("text", String, nullable=False),
)

# Beside the moment, what its figures followed from: the last publication (or withdrawal)
# that counts, the corrections known by then, the release.
meeting = Table(
    "meeting",
    metadata,
    Column("id", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("as_of", DateTime, nullable=False),
    Column("publication", Integer, nullable=False),
    Column("corrections", String, nullable=False),
    Column("release", String, nullable=False),
    Column("person", String, nullable=False),
    Column("at", DateTime, nullable=False),
)

EVER = 2_147_483_647
"""The `until` of a figure that stands: no step has replaced it yet."""

# Told by the tables above and remade from them at will: what stood in each span, from the step
# `since` until the step `until`, sorted by measure, place and start when it is compacted.
figure = Table(
    "figure",
    metadata,
    Column("measure", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("months", SmallInteger, nullable=False),
    Column("observation", BigInteger, nullable=False),
    Column("value", Double),
    Column("unit", String, nullable=False),
    Column("status", String, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer, nullable=False),
)

# The last figure that stands of each series, without one where only missing markers stand.
latest = Table(
    "latest",
    metadata,
    Column("measure", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("start", Integer),
    Column("months", SmallInteger),
    Column("observation", BigInteger),
    Column("value", Double),
    Column("unit", String),
    Column("status", String),
    Column("points", Integer, nullable=False),
)

# Fatal errors of the engine after which it was opened again.
incident = Table(
    "incident",
    metadata,
    Column("at", DateTime, nullable=False),
    Column("message", String, nullable=False),
)
