"""What the wall's pages load: one style sheet, one script, one map, each named by its content.

They are compressed once, when the server starts, and a browser keeps them for good.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from flask import Blueprint, Response, abort, request

from layouts.wall.outline import outline

HERE = Path(__file__).parent / "static"
SHARED = Path(__file__).parent.parent / "assets"
ROOT = "/wall/-"
FOREVER = "public, max-age=31536000, immutable"

_STYLES = (SHARED / "02-fonts.css", SHARED / "10-tokens.css", SHARED / "40-trail.css")
_KINDS = {"css": "text/css", "js": "text/javascript", "json": "application/json"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file in the forms that browsers take it in."""

    name: str
    content: Mapping[str, bytes]

    @property
    def address(self) -> str:
        """Where it is, for as long as it is what it is."""
        return f"{ROOT}/{self.name}"


@dataclass(frozen=True, slots=True)
class Assets:
    """The three files, and a name for the build they make together."""

    style: Asset
    script: Asset
    outline: Asset

    @property
    def css(self) -> str:
        """The address of the style sheet."""
        return self.style.address

    @property
    def js(self) -> str:
        """The address of the script."""
        return self.script.address

    @property
    def map(self) -> str:
        """The address of the map's outlines."""
        return self.outline.address

    @property
    def build(self) -> str:
        """Changes whenever any of them does."""
        return hashlib.sha256((self.css + self.js + self.map).encode()).hexdigest()[:12]


@cache
def assets() -> Assets:
    """Put the files together and compress them."""
    styles = [*_STYLES, *sorted(HERE.glob("*.css"))]
    style = "\n".join(path.read_text(encoding="utf-8") for path in styles)
    scripts = (path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.js")))
    return Assets(
        _asset("wall", "css", style.replace('url("fonts/', 'url("/assets/fonts/').encode()),
        _asset("wall", "js", "\n".join(scripts).encode()),
        _asset("china", "json", outline()),
    )


def routes() -> Blueprint:
    """Hand out the files."""
    blueprint = Blueprint("wall_assets", __name__)

    @blueprint.get(f"{ROOT}/<name>")
    def asset(name: str) -> Response:
        found = assets()
        named = {one.name: one for one in (found.style, found.script, found.outline)}
        return _answer(named[name]) if name in named else abort(404)

    return blueprint


def _asset(stem: str, suffix: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()[:12]
    forms = {
        "br": brotli.compress(content, quality=11),
        "gzip": gzip.compress(content, 9, mtime=0),
        "": content,
    }
    return Asset(f"{stem}.{digest}.{suffix}", forms)


def _answer(found: Asset) -> Response:
    accepted = request.accept_encodings
    form = next((name for name in ("br", "gzip") if accepted[name]), "")
    answer = Response(found.content[form], mimetype=_KINDS[found.name.rpartition(".")[2]])
    answer.headers["Cache-Control"] = FOREVER
    answer.headers["Vary"] = "Accept-Encoding"
    if form:
        answer.headers["Content-Encoding"] = form
    return answer
