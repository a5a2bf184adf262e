"""The declarations: complete, in the catalogue, and not going round in circles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.i18n import translate
from cockpit.indicator import Formula, gather
from indicators import FORMULAS

FIGURES = Path(__file__).parent.parent / "figures"


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_a_declaration_is_complete(name: str, catalog: Catalog) -> None:
    formula = FORMULAS[name]
    named = {part.partition("/")[0] for part in (name, *formula.inputs)}
    assert named <= catalog.indicators.keys()
    assert formula.reference
    assert formula.text
    assert formula.unit is None or catalog.units.parse(formula.unit)


@pytest.mark.parametrize("name", sorted(FORMULAS))
def test_every_formula_has_a_worked_figure(name: str) -> None:
    """In the tables, or, for the three sectors' pulls, that of one of them."""
    tables = "".join(path.read_text(encoding="utf-8") for path in FIGURES.glob("*.toml"))
    name = "gdp_tertiary/contribution" if name.endswith("/contribution") else name
    assert f'expected = "{name}' in tables


def formula(indicator: str, *inputs: str) -> Formula:
    return Formula(
        indicator=indicator, inputs=inputs, text="t", reference="r", compute=lambda _look: None
    )


def test_a_circle_is_found_when_formulas_are_gathered() -> None:
    with pytest.raises(CatalogueFault, match="a → b/yoy → b → a"):
        gather([formula("a", "b/yoy")], [formula("b", "a")])


def test_an_indicator_has_one_formula() -> None:
    with pytest.raises(CatalogueFault, match="two formulas"):
        gather([formula("a", "b")], [formula("a", "c")])


WORDS = re.compile(r"[a-z]+ [a-z]+|\((?!it\))[a-z]+\)")


@pytest.mark.parametrize(
    "message",
    sorted({m for f in FORMULAS.values() for m in (f.text, f.note) if WORDS.search(m)}),
)
def test_what_a_formula_says_has_its_chinese(message: str) -> None:
    assert not WORDS.search(translate("zh_CN", message))
