"""Readable templates of the vocabulary, written out: `[比|较](上年|去年)同期` is six words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import repeat

_LETTERS = {
    "year": "Y",
    "base": "Y",
    "compact": "S",
    "name": "M",
    "since": "M",
    "until": "M",
}
_SLOT = re.compile(r"\{([a-z]+)\}")
_GROUP = re.compile(r"\[([^\[\]]*)\]|\(([^()]*)\)")


def plain(template: str) -> str:
    """A template as texts are compared: 年度 and 季度 are 年 and 季, 月份 is 月."""
    return template.replace("年度", "年").replace("季度", "季").replace("月份", "月")


def written_out(template: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each shape that a template stands for, with its slots in order.

    `[a|b]` is one of these or nothing, `(a|b)` one of these, `{year}` a slot, `‹a›` a bracket.
    """
    several = "\n".join(_alternatives(template)).replace("‹", "(").replace("›", ")")
    if "{" not in template:
        return zip(several.split("\n"), repeat(()))
    slots = [tuple(_SLOT.findall(text)) for text in several.split("\n")]
    shapes = _SLOT.sub(lambda found: _LETTERS.get(found[1], "D"), several)
    return zip(shapes.split("\n"), slots, strict=True)


def _alternatives(template: str) -> Sequence[str]:
    found = _GROUP.search(template)
    if found is None:
        return [template]
    choices = ["", *found[1].split("|")] if found[1] is not None else found[2].split("|")
    before, rest = template[: found.start()], _alternatives(template[found.end() :])
    return [before + choice + tail for choice in choices for tail in rest]
