"""Tokens of walls: a number that names the wall, and a secret of which only the hash is kept.

A secret of 256 random bits cannot be guessed, so a plain SHA-256 keeps it; slow hashes are for
what people think up.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_BYTES = 32


def new_secret() -> str:
    """A secret that nobody has had before."""
    return secrets.token_urlsafe(_BYTES)


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def fits(secret: str, kept: str) -> bool:
    """Whether it is the secret of which this was kept, in a time that tells nothing."""
    return hmac.compare_digest(digest(secret), kept)


def written(wall: int, secret: str) -> str:
    """The token as it is handed out."""
    return f"{wall}.{secret}"


def parts(token: str) -> tuple[int, str] | None:
    """The wall's number and its secret; None where it is no token."""
    number, dot, secret = token.partition(".")
    short = number.isascii() and number.isdecimal() and len(number) < 10
    return (int(number), secret) if dot and short and secret else None
