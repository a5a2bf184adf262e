"""What is asked of an aggregation, and the files it reads, checked before any engine starts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cockpit.catalog import Catalog
from cockpit.errors import FileRefused, NotInCatalogue
from cockpit.i18n import gettext as _

if TYPE_CHECKING:
    import pyarrow as pa

TEXTS = (
    *("reporting_unit", "area", "industry", "indicator"),
    *("freq", "time_period", "accumulation", "unit"),
)
VALUE = "value"
WHOLE_DIGITS, DECIMALS = 16, 4
"""Values are added up as decimals of twenty digits, exactly and in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Files of unit-level rows, and the area whose units they hold completely.

    `count` is the indicator under which the number of units is given; empty for none.
    """

    files: tuple[Path, ...]
    area: str
    count: str = ""


def request(catalog: Catalog, paths: Iterable[Path], area: str, count: str = "") -> Request:
    """A checked request; a folder stands for the Parquet files in it.

    Raises NotInCatalogue for an unknown area or indicator, FileRefused for a file of other columns.
    """
    place = catalog.areas.get(area)
    if place is None:
        raise NotInCatalogue(_("The catalogue has no area %(code)s.", code=area))
    if count and count not in catalog.indicators:
        raise NotInCatalogue(_("The catalogue has no indicator %(id)s.", id=count))
    files = tuple(_files(paths))
    _check_columns(files)
    return Request(files=files, area=place.code, count=count)


def sha256(path: Path) -> str:
    """The digest of a file, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        found = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
        if not found:
            raise FileRefused(_("There is no Parquet file in %(folder)s.", folder=path))
        yield from found


def _check_columns(files: Sequence[Path]) -> None:
    first = _columns(files[0])
    for file in files:
        columns = _columns(file)
        faults = list(_faults(columns))
        if faults:
            raise FileRefused(f"{file}: {'; '.join(faults)}")
        if columns != first:
            raise FileRefused(
                _("%(file)s has other columns than %(first)s.", file=file, first=files[0])
            )


def _columns(file: Path) -> dict[str, pa.DataType]:
    import pyarrow as pa
    from pyarrow import parquet

    try:
        schema = parquet.read_schema(file)
    except (pa.ArrowInvalid, OSError) as error:
        raise FileRefused(_("%(file)s is no Parquet file.", file=file)) from error
    return {field.name: field.type for field in schema}


def _faults(columns: dict[str, pa.DataType]) -> Iterator[str]:
    missing = [name for name in (*TEXTS, VALUE) if name not in columns]
    if missing:
        yield _("these columns are missing: %(names)s", names=", ".join(missing))
    for name in TEXTS:
        if name in columns and not _is_text(columns[name]):
            yield _("%(name)s is %(type)s; expected text", name=name, type=columns[name])
    if VALUE in columns and not _is_exact(columns[VALUE]):
        yield _(
            "%(name)s is %(type)s; expected a decimal of at most %(whole)s digits before and "
            "%(decimals)s after the point, for only decimals add up exactly",
            name=VALUE,
            type=columns[VALUE],
            whole=WHOLE_DIGITS,
            decimals=DECIMALS,
        )


def _is_text(kind: pa.DataType) -> bool:
    import pyarrow as pa

    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    return pa.types.is_string(plain) or pa.types.is_large_string(plain)


def _is_exact(kind: pa.DataType) -> bool:
    import pyarrow as pa

    if pa.types.is_decimal(kind):
        return kind.scale <= DECIMALS and kind.precision - kind.scale <= WHOLE_DIGITS
    return pa.types.is_int8(kind) or pa.types.is_int16(kind) or pa.types.is_int32(kind)
