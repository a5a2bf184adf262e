"""Components as HTML text, for pages that no component library draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dash.development.base_component import Component
from markupsafe import Markup, escape

_EMPTY = frozenset({"br", "hr", "img", "input"})
_RENAMED = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex"}


def markup(found: object) -> Markup:
    """A component, a text, or a list of both as HTML; whatever a text says is escaped."""
    if found is None:
        return Markup("")
    if isinstance(found, list | tuple):
        return Markup("").join(markup(one) for one in found)
    return _element(found) if isinstance(found, Component) else escape(str(found))


def _element(component: Component) -> Markup:
    name = component._type.lower()
    given = component.to_plotly_json()["props"]
    children = given.pop("children", None)
    start = Markup("<{}{}>").format(name, Markup("").join(_attributes(given)))
    return start if name in _EMPTY else start + markup(children) + Markup("</{}>").format(name)


def _attributes(given: Mapping[str, object]) -> Iterator[Markup]:
    for name, value in given.items():
        if value is True:
            yield Markup(" {}").format(_RENAMED.get(name, name))
        elif isinstance(value, str | int | float) and value is not False:
            yield Markup(' {}="{}"').format(_RENAMED.get(name, name), value)
