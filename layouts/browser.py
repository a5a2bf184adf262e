"""What the browser may do on our pages: talk to this server and to nobody else."""

from __future__ import annotations

from dash import Dash
from flask import Response


def protect(app: Dash) -> None:
    """Send the content security policy; called last, for it lists the inline scripts by hash."""
    scripts = " ".join(f"'{digest}'" for digest in _hashes(app))
    policy = "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {scripts}",
            # The components set sizes and places through style attributes.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )

    @app.server.after_request
    def add(answer: Response) -> Response:
        answer.headers.setdefault("Content-Security-Policy", policy)
        answer.headers.setdefault("X-Content-Type-Options", "nosniff")
        answer.headers.setdefault("Referrer-Policy", "same-origin")
        return answer


def _hashes(app: Dash) -> list[str]:
    return [digest.strip("'") for digest in app.csp_hashes()]
