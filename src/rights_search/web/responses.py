"""What every response carries: headers that keep a page from doing harm, an ETag, and compression."""

import gzip

from flask import Flask, Response, request

#: Everything from ourselves, nothing inline, no frames: the pages pass it as they are.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), clipboard-write=(self)",
}
#: Below this a compressed page is no smaller in the packets that carry it.
WORTH = 1_400
TEXT = ("text/html", "text/css", "text/csv", "text/javascript", "application/json", "image/svg+xml")


def install(app: Flask) -> None:
    """Finish every response."""
    app.after_request(_finish)


def _finish(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint == "static":
        response.cache_control.public = True
    elif response.status_code == 200 and request.method in ("GET", "HEAD") and not response.is_streamed:
        response.cache_control.no_cache = True  # ask again each time, and mostly hear “unchanged”
        response.add_etag()
        response.make_conditional(request)
    return _compressed(response)


def _compressed(response: Response) -> Response:
    if response.mimetype not in TEXT or (response.is_streamed and request.endpoint != "static"):
        return response
    response.vary.add("Accept-Encoding")
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) < WORTH or not request.accept_encodings["gzip"] or "Content-Encoding" in response.headers:
        return response
    response.set_data(gzip.compress(body, compresslevel=5, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(tag, weak=True)  # the same page in other bytes
    return response
