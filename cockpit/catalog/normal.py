"""How printed words are compared: one form for all ways of writing the same characters."""

from __future__ import annotations

import re
from unicodedata import normalize

# Nothing in this block of Chinese characters has another form, nor have these of ASCII.
_PLAIN = re.compile(r"[\u4e00-\u9fff0-9a-z()\-+.,:;%/=']*")
# Circled numbers are footnote marks; NFKC would turn ① into the digit 1.
_DROPPED = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u2460-\u24ff\u2776-\u2793]+")
_ALIKE = str.maketrans(
    dict.fromkeys("〔【［[{", "(")
    | dict.fromkeys("〕】］]}", ")")
    | dict.fromkeys("‐‑‒–—―−－﹣～~〜", "-")
    | dict.fromkeys("’‘ʼ`´", "'")
)


def normalise(text: str) -> str:
    """A text as lookups compare it: NFKC, one kind of bracket and dash, no case, no blanks.

    Footnote marks are dropped. Idempotent.
    """
    while not _PLAIN.fullmatch(text) and (folded := _fold(text)) != text:
        text = folded
    return text


def _fold(text: str) -> str:
    bare = _DROPPED.sub("", text).translate(_ALIKE)
    return _DROPPED.sub("", normalize("NFKC", bare)).translate(_ALIKE).casefold()
