"""Lay the sample workbooks anew: `python -m data.samples.recipe FOLDER-OF-SOURCES`."""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from data.samples.recipe import accounts, bulletins, gdp, prices, regional, subjects
from data.samples.recipe.cities import house_prices
from data.samples.recipe.export import Export
from data.samples.recipe.national import national_exports
from data.samples.recipe.releases import releases
from data.samples.recipe.write import new_csv, old_csv, xls

SAMPLES = Path(__file__).parents[1]


def build(source: Path, folder: Path) -> None:
    """Write every sample and the manifest that orders them."""
    for path in _numbered(folder):
        path.unlink()
    for export in _in_old_csv(source):
        old_csv(export, folder)
    for export in _in_new_csv(source):
        new_csv(export, folder)
    for export in _in_xls(source):
        xls(export, folder)
    bulletins.national_bulletin(folder)
    bulletins.provincial_yearbook(source, folder)
    releases(folder)
    bulletins.invented_county(folder / "county")
    _manifest(folder)


def _in_old_csv(source: Path) -> Iterator[Export]:
    yield from national_exports(source, subjects.IN_OLD_CSV)
    yield gdp.before_fourth_census(source)
    yield next(gdp.quarterly(source))
    yield regional.population(source)
    for recipe in (regional.INVESTMENT, regional.TRADE_DOLLAR, regional.EMPLOYED_IN_TOWN_UNITS):
        yield regional.yearly(source, recipe)
    yield from prices.consumer_prices(source)
    yield next(house_prices(source))
    yield accounts.quarterly_revised(source)
    yield accounts.energy(source)


def _in_new_csv(source: Path) -> Iterator[Export]:
    yield from national_exports(source, subjects.IN_NEW_CSV)
    yield gdp.first_published(source)
    yield gdp.after_fifth_census(source)
    recipes = (regional.TAX, regional.INVESTMENT_FUNDS, regional.TRADE_YUAN, regional.EMPLOYED)
    for recipe in recipes:
        yield regional.yearly(source, recipe)
    yield list(house_prices(source))[1]


def _in_xls(source: Path) -> Iterator[Export]:
    yield from national_exports(source, subjects.IN_XLS)
    yield gdp.after_fourth_census(source)
    yield list(gdp.quarterly(source))[1]
    yield regional.yearly(source, regional.URBAN)
    yield regional.spending(source)
    yield accounts.quarterly_first_published()
    yield accounts.yearly_gdp()
    yield accounts.population(source)


def _manifest(folder: Path) -> None:
    entries = (
        f'[[sample]]\nfile = "{path.name}"\nperson = "sample"\nsha256 = "{_digest(path)}"\n'
        for path in _numbered(folder)
    )
    text = "# Loaded in this order.\n\n" + "\n".join(entries)
    (folder / "manifest.toml").write_text(text, encoding="utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _numbered(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name[0].isdigit())


if __name__ == "__main__":
    build(Path(sys.argv[1]), SAMPLES)
