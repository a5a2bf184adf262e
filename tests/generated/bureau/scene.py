"""The bureau of one seed: its city, its month, its habits of writing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from bureau.canvas import Canvas
from bureau.figures import World, unit_of
from bureau.items import Item
from bureau.places import TOTALS, ZONES, City, Place, cities, is_unique, padded, provinces
from bureau.table import Row

GROWTH = (
    "同比增长（%）", "同比增长(%)", "同比±%", "增长（%）", "同比增减%", "增速（%）",
    "增幅（%）", "同比（%）",
    "比上年同期增长（%）", "同比增长", "增长%", "同比增速(%)", "比上年同期±%",
)  # fmt: skip
PRIOR = ("上年同期", "去年同期", "上年同期数")
FORMS = {
    "xlsx": 70, "csv": 3, "csv-utf8": 2, "csv-gb": 5, "csv-utf16": 1, "tsv": 1, "html": 3,
    "html-xls": 3, "ods": 4, "xls": 8,
}  # fmt: skip
PLAIN = ("附件2", "统计月报", "快报数据", "表1", "发布表", "数据", "汇总表", "附表")


@dataclass
class Scene:
    """Everything a layout draws upon."""

    seed: int
    rng: Random
    world: World
    city: City
    zone: Place | None
    year: int
    month: int
    form: str = "xlsx"
    titled: bool = False

    @property
    def home(self) -> Place:
        return self.city.self_

    def settle(self) -> None:
        """Sometimes the bureau is a county's: its tables speak of one county alone."""
        counties = [place for place in self.members() if place.code and place.level == "county"]
        if self.titled or not counties or self.rng.random() > 0.3:
            return
        county = self.rng.choice(counties)
        alone = is_unique(county.full) and self.rng.random() < 0.6
        full = county.full if alone else self.home.full + county.full
        self.city = City(replace(county, full=full), ())

    @property
    def below(self) -> str:
        """What the rows of a table of places are called."""
        city = self.home.level == "city"
        return self.rng.choice(
            ("各县（市、区）", "各县区", "各县市区") if city else ("各市", "各地市")
        )

    def stub(self, words: tuple[str, ...]) -> str:
        """The heading over the places."""
        return self.rng.choice(words if self.home.level == "city" else ("地区", "各市", "城市", ""))

    def members(self) -> tuple[Place, ...]:
        """The rows of a county table, zone last."""
        return self.world.members[self.home.key]

    def county_rows(self, extra: bool = True) -> list[Row]:
        """A total and the counties, in one manner of writing names."""
        short, stretch = self.rng.random() < 0.35, self.rng.random() < 0.2
        rows = [Row(self._name(p, short, stretch), {"place": p}) for p in self.members()]
        words = [w.replace("市", "省" if self.home.full[-1] == "省" else "区") for w in TOTALS]
        words = list(TOTALS) if self.home.level == "city" else words
        total = [Row(self.rng.choice((*words[:4], self.home.full)), {"place": self.home})]
        if not extra:
            return rows
        return rows + total if self.rng.random() < 0.15 else total + rows

    def _name(self, place: Place, short: bool, stretch: bool) -> str:
        name = place.short if short else place.full
        return padded(name, self.rng) if stretch else name

    def label(self, item: Item) -> str:
        return self.rng.choice(item.names)

    def unit(self, item: Item) -> tuple[str, float, int]:
        return unit_of(item, self.rng)

    def growth(self) -> str:
        return self.rng.choice(GROWTH)

    def sheet(self, name: str = "") -> Canvas:
        return Canvas(name or self.rng.choice(("Sheet1", "Sheet1", "表1", "1", "月报", "汇总")))

    def stem(self, *words: str) -> str:
        """A file name: words where it carries meaning, else something plain."""
        return "".join(words) or self.rng.choice(PLAIN)


def scene(seed: int) -> Scene:
    """The bureau of a seed."""
    rng = Random(seed * 7919 + 13)
    form = rng.choices(*zip(*FORMS.items(), strict=True))[0]
    world, city = World(seed), rng.choice(provinces() if rng.random() < 0.15 else cities())
    zone = rng.choice(ZONES) if rng.random() < 0.45 and city.self_.level == "city" else ""
    zone = Place(None, zone, zone) if zone else None
    counties = list(city.counties[: rng.randint(5, 12)])
    world.members[city.self_.key] = (*counties, zone) if zone else tuple(counties)
    return Scene(seed, rng, world, city, zone, rng.randint(2019, 2025), rng.randint(2, 12), form)
