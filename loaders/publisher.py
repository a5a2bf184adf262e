"""What sets one publisher's workbooks apart: what their names are worth, what they omit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from loaders.context import Titles
from loaders.words import Words

Addition = Callable[[Words, Titles], Words]


def nothing_more(words: Words, titles: Titles) -> Words:  # noqa: ARG001
    """Leave the words of a sheet as they are."""
    return words


@dataclass(frozen=True, slots=True)
class Publisher:
    """`id` is the source of a reading and narrows aliases; `adds` what goes without saying.

    `trusts_file`: an indicator named only in the file's name is certain.
    `nests_title`: headings name parts of what the title names.
    """

    id: str
    trusts_file: bool = False
    nests_title: bool = False
    adds: Addition = nothing_more
