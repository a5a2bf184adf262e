"""What was made of a short text, kept for the next file that holds the same one."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

_LONGEST = 1 << 17
_KEPT = 64

_Given = TypeVar("_Given", str, bytes)
_More = ParamSpec("_More")
_Made = TypeVar("_Made")


def remembered(
    make: Callable[Concatenate[_Given, _More], _Made],
) -> Callable[Concatenate[_Given, _More], _Made]:
    """The function, its last results for short texts kept; nobody may change what it returns."""
    kept = cast("Callable[Concatenate[_Given, _More], _Made]", lru_cache(maxsize=_KEPT)(make))

    @wraps(make)
    def made(text: _Given, *more: _More.args, **named: _More.kwargs) -> _Made:
        return (kept if len(text) <= _LONGEST else make)(text, *more, **named)

    return made
