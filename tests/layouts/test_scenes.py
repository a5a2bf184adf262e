"""Scenes as staff write them: what is shipped can be read, what is wrong is told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from cockpit.catalog import Catalog
from cockpit.i18n import current_locale
from cockpit.settings import DATA
from layouts.wall.scenes import ScenesRefused, read_scenes

SOUND = """
zh = "投资"
en = "Investment"
dwell = 20

[[cards]]
of = "fai yoy M ytd"

[[panels]]
kind = "trend"
zh = "投资"
en = "Investment"
series = ["fai yoy", { of = "fai_industry3 yoy sector=2", zh = "二产", en = "Secondary" }]
"""


def read(folder: Path, catalog: Catalog, text: str, name: str = "one.toml") -> list[str]:
    """The faults of a file, none where it can be shown."""
    (folder / name).write_text(text, encoding="utf-8")
    try:
        read_scenes(folder, catalog)
    except ScenesRefused as refused:
        return str(refused).splitlines()
    return []


def test_the_scenes_of_the_product_can_be_shown_in_their_order(catalog: Catalog) -> None:
    scenes = read_scenes(DATA / "scenes", catalog)
    assert next(iter(scenes)) == "overview"
    assert [one.order for one in scenes.values()] == sorted(one.order for one in scenes.values())
    assert len(scenes) >= 10


def test_a_scene_says_what_its_series_are(tmp_path: Path, catalog: Catalog) -> None:
    assert read(tmp_path, catalog, SOUND) == []
    scene = read_scenes(tmp_path, catalog)["one"]
    first, second = (one.selection for one in scene.panels[0].series)
    assert (first.indicator, first.transformation, first.freq) == ("fai", "yoy", None)
    assert second.breakdown == (("sector", "2"),)
    assert scene.cards[0].main.selection.accumulation == "ytd"
    assert scene.dwell == 20


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('zh = "投资"\nen', 'zh = ""\nen'), "one.toml: zh must be a text"),
        (("dwell = 20", "dwell = 1"), "dwell must be a whole number from 2 to 600"),
        (("dwell = 20", "dwel = 20"), "'dwel' is none of zh, en, order, dwell"),
        (("dwell = 20", 'area = "999999"'), "area 999999 is not in the catalogue"),
        (('of = "fai yoy M ytd"', 'of = "fia yoy"'), "cards 1: indicator 'fia' is not in the"),
        (('"fai yoy",', '"fai yoy yearly",'), "panels 1 series 1: 'yearly' is no measure"),
        (('"fai yoy",', '"fai yoy planet=9",'), "panels 1 series 1: 'planet=9' is no measure"),
        (('kind = "trend"', 'kind = "pie"'), "panels 1: kind 'pie' is none of trend"),
        (('kind = "trend"', 'kind = "map"'), "panels 1: map shows 1 to 1 series, not 2"),
        (("[[panels]]", "[panels]"), "panels: expected a list"),
        (
            ('of = "fai yoy M ytd"', 'of = "fai"\nshow = ["colour"]'),
            "show lists some of change, level",
        ),
        (('of = "fai yoy M ytd"', 'of = "fai"\nspark = 14'), "cards 1: spark must be 13 or 25"),
        (
            ('of = "fai yoy M ytd"', 'of = "fai"\ncumulative = "fia"'),
            "cards 1 cumulative: indicator",
        ),
        (("dwell = 20", "dwell ="), "cannot be read"),
    ],
)
def test_what_cannot_be_shown_is_told_with_its_place(
    tmp_path: Path, catalog: Catalog, change: tuple[str, str], says: str
) -> None:
    token = current_locale.set("en")
    faults = read(tmp_path, catalog, SOUND.replace(*change))
    current_locale.reset(token)
    assert any(says in fault for fault in faults), faults


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path, catalog: Catalog) -> None:
    read(tmp_path, catalog, SOUND.replace("fai yoy", "fia yoy"), "first.toml")
    faults = read(tmp_path, catalog, "zh = 1", "second.toml")
    assert {fault.partition(":")[0] for fault in faults} == {"first.toml", "second.toml"}
    assert len(faults) >= 4


def test_a_folder_without_scenes_is_a_fault(tmp_path: Path, catalog: Catalog) -> None:
    with pytest.raises(ScenesRefused):
        read_scenes(tmp_path, catalog)
