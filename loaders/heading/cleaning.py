"""A printed heading without what is no part of its words: numbering, marks, a second language."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OF_WHICH = re.compile(r"^[\s\u3000]*(?:[#＃]+|其\s*中\s*[:：]?(?=\S))[\s\u3000]*")
_AMONG = re.compile(r"^(?:of which|among which|among them|including)\s*[:,]\s*", re.IGNORECASE)
_NUMBERING = re.compile(
    r"^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|[\u2160-\u216b][、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）](?=.)"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?:[、.．\s]\s*(?!\d)|(?=[\u3400-\u9fff])(?![升米吨万亿千百元倍年月亩%]))|[A-Z](?:[、．]|\.(?=[\u3400-\u9fff]))|\d{1,2}[、.．)）](?!\d)"
    r"|\d{1,2}[-－—]\d{1,2}\s+(?![月季年])(?=[\u3400-\u9fff])"
    r"|[\u2460-\u249b\u2776-\u2793\u3220-\u3229])[\s\u3000]*"
)
_LATIN_NUMBERING = re.compile(r"^\s*(?:\d{1,2}[.)]|\(\d{1,2}\))\s*(?=[A-Za-z]{2})")
_FOOTNOTE = re.compile(
    r"[\s\u3000]*(?:[\u2460-\u24ff\u00b9\u00b2\u00b3\u2070-\u2079\u2776-\u2793*＊†‡]+"
    r"|[\[［【〔]\d{1,2}[\]］】〕]|[(（](?:注\s*\d{0,2}|\d)[)）]|注\s*\d{1,2}|(?<=[)）])[ivx]{1,4})[\s\u3000]*$"
)
_MAY_BE_MARK = re.compile(
    r"[\u2460-\u24ff\u00b9\u2070-\u2079\u2776-\u2793*＊†‡\]］】〕\d注)）ivx]\s*$|(?<![米里mM㎞])[²³]$"
)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_UNIT_ALONE = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
"""What is left of `GDP` over `（亿元）`: the Latin line was no translation."""
_ABBREVIATION = re.compile(r"[A-Z][A-Z&]{1,5}")
_A_PAIR = 2
_LATIN = re.compile(r"[A-Za-z]")
_ENGLISH_TAIL = re.compile(
    r"(?<=[\u3400-\u9fff)）%])\s+(?:[A-Z]{2,}\s+)?[\"'(]?[A-Za-z]+[-'’]?[a-z]*"
    r"[\s\-/][A-Za-z(][\x20-\x7e‘’“”–—]*$|(?<=[\u3400-\u9fff)）%])\s+[A-Z][a-z]{2,}[\x20-\x7e]*$"
)
_CHINESE_UNIT = r"[(（][^()（）]*[\u3400-\u9fff][^()（）]*[)）]"
_BEFORE_UNIT = rf"[A-Z][A-Za-z][\x20-\x7e‘’“”–—]*?(?=\s*{_CHINESE_UNIT}\s*$)"
_ENGLISH_LINE = re.compile(r"^\s*" + _BEFORE_UNIT)
_ENGLISH_INSIDE = re.compile(r"(?<=[\u3400-\u9fff)）%])\s+" + _BEFORE_UNIT)
"""Gross Domestic Product（亿元）: a translation with the unit of both behind it."""
_MERGED_BLANKS = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s(?=[\u3000-\u9fff\uff00-\uffef])")


def chinese_part(text: str) -> str:
    """A bilingual heading without its English lines; a text without Chinese as it is."""
    if not _CHINESE.search(text):
        return text
    lines = text.splitlines()
    if len(lines) > 1:
        named = [_ENGLISH_LINE.sub("", line) for line in lines]
        lines = named if _CHINESE.search(named[0]) else lines
        kept = "".join(line for line in lines if _CHINESE.search(line) or not _LATIN.search(line))
        return _abbreviated(lines, kept) or text if _UNIT_ALONE.fullmatch(kept) else kept
    return text


def _abbreviated(lines: Sequence[str], unit: str) -> str:
    """`GDP` over its English name and `（亿元）`."""
    first = lines[0].strip()
    return f"{first}{unit}" if len(lines) > _A_PAIR and _ABBREVIATION.fullmatch(first) else ""


def clean(printed: str) -> str:
    """A heading's words: no numbering, no leading 其中 or #, no footnote marks, one language."""
    text = printed
    if "\n" in text or "\r" in text:
        text = chinese_part(text)
    text = " ".join(text.split())
    if text.isascii():
        text = _AMONG.sub("", _LATIN_NUMBERING.sub("", text))
        return text.lstrip("# ").rstrip("* ") if text[:1] == "#" or text[-1:] == "*" else text
    if " " in text:
        text = _ENGLISH_TAIL.sub("", _ENGLISH_INSIDE.sub("", _MERGED_BLANKS.sub("", text)))
    return _closed(_without_marks(_without_lead(text)))


def _closed(text: str) -> str:
    """`收入（亿元` gets the bracket that somebody forgot."""
    opened = max(text.rfind("("), text.rfind("（"))
    return f"{text})" if opened > max(text.rfind(")"), text.rfind("）")) else text


def _without_lead(text: str) -> str:
    while found := _OF_WHICH.match(text) or _NUMBERING.match(text):
        if found.end() == len(text):
            break
        text = text[found.end() :]
    return text


def _without_marks(text: str) -> str:
    while _MAY_BE_MARK.search(text) and (found := _FOOTNOTE.search(text)) and found.start():
        text = text[: found.start()]
    return text.strip()
