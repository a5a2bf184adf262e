"""Settings from the environment, with defaults for one machine and one person."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path

from cockpit.country import CHINA
from cockpit.i18n import DEFAULT_LOCALE, LOCALES

DATA = Path(__file__).resolve().parent.parent / "data"
SPARK = DATA.parent / ".venv-spark" / "bin" / "python"
DAILY, MONTH = 24.0, 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are kept and what the wall shows; every field has its `COCKPIT_` variable."""

    home: Path = Path("var")
    warehouse: str = ""
    shared: Path | None = None
    catalog: Path = DATA / "catalog"
    corrections: Path = DATA / "corrections"
    targets: Path = DATA / "targets"
    signals: Path = DATA / "signals"
    scores: Path = DATA / "scores"
    thresholds: Path = DATA / "thresholds"
    scenes: Path = DATA / "scenes"
    map_packs: Path = DATA / "geo" / "packs"
    releases: Path = DATA / "calendar" / "releases"
    area: str = CHINA
    locale: str = DEFAULT_LOCALE
    public_read: bool = False
    backup_folder: Path | None = None
    backup_every_hours: float = DAILY
    backup_keep_days: float = MONTH
    spark_python: Path = SPARK

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read `COCKPIT_*`; raises ValueError naming the variable that cannot be read."""
        given = os.environ if environment is None else environment
        locale = given.get("COCKPIT_LOCALE", DEFAULT_LOCALE)
        if locale not in LOCALES:
            raise ValueError(f"COCKPIT_LOCALE is {locale!r}; expected one of {', '.join(LOCALES)}")
        return cls(
            home=Path(given.get("COCKPIT_HOME", "var")),
            warehouse=given.get("COCKPIT_WAREHOUSE", ""),
            shared=Path(folder) if (folder := given.get("COCKPIT_SHARED")) else None,
            catalog=Path(given.get("COCKPIT_CATALOG", DATA / "catalog")),
            corrections=Path(given.get("COCKPIT_CORRECTIONS", DATA / "corrections")),
            targets=Path(given.get("COCKPIT_TARGETS", DATA / "targets")),
            signals=Path(given.get("COCKPIT_SIGNALS", DATA / "signals")),
            scores=Path(given.get("COCKPIT_SCORES", DATA / "scores")),
            thresholds=Path(given.get("COCKPIT_THRESHOLDS", DATA / "thresholds")),
            scenes=Path(given.get("COCKPIT_SCENES", DATA / "scenes")),
            map_packs=Path(given.get("COCKPIT_MAP_PACKS", DATA / "geo" / "packs")),
            releases=Path(given.get("COCKPIT_RELEASES", DATA / "calendar" / "releases")),
            area=given.get("COCKPIT_AREA", CHINA),
            locale=locale,
            public_read=given.get("COCKPIT_PUBLIC_READ", "") == "1",
            backup_folder=Path(folder) if (folder := given.get("COCKPIT_BACKUP_FOLDER")) else None,
            backup_every_hours=_number(given, "COCKPIT_BACKUP_EVERY_HOURS", DAILY),
            backup_keep_days=_number(given, "COCKPIT_BACKUP_KEEP_DAYS", MONTH),
            spark_python=Path(given.get("COCKPIT_SPARK_PYTHON", SPARK)),
        )

    @property
    def database(self) -> str:
        """Where the warehouse is: the URL of a DuckDB file under `home` unless set otherwise."""
        return self.warehouse or f"duckdb:///{self.home / 'warehouse.duckdb'}"

    @property
    def store(self) -> Path:
        """What every host that serves these figures must see: originals, and a lake's Parquet."""
        return self.shared or self.home


def _number(given: Mapping[str, str], name: str, default: float) -> float:
    """A number above zero."""
    text = given.get(name) or str(default)
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number < inf:
        raise ValueError(f"{name} is {text!r}; expected a number above 0")
    return number
