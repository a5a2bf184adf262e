"""A catalogue in which an office has entered three towns, and the pack that says where they lie."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from cockpit.catalog import Areas, load_catalog
from cockpit.settings import DATA

EXAMPLE = DATA.parent / "docs" / "examples" / "towns.geojson"
TOWNS = (
    "370402001,370402,town,中心街街道,中心街街道,Zhongxinjie,中心街",
    "370402100,370402,town,税郭镇,税郭镇,Shuiguo,",
    "370402101,370402,town,孟庄镇,孟庄镇,Mengzhuang,",
)


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a catalogue with towns."""
    folder = tmp_path_factory.mktemp("catalogue") / "catalog"
    shutil.copytree(DATA / "catalog", folder)
    with (folder / "towns.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{town}\n" for town in TOWNS)
    return folder


@pytest.fixture(scope="session")
def areas(towns: Path) -> Areas:
    return load_catalog(towns).areas


@pytest.fixture
def example() -> dict[str, Any]:
    """The pack of the documentation, to be spoilt."""
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))
