"""Reads one field of a small form, and tells whether the form was sent from our own page."""

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

from aiohttp import web

MAX_BODY = 16 * 1024
_MAX_FIELDS = 10
_DEADLINE = 10.0
_CHARSETS = frozenset({None, "utf-8", "us-ascii"})
_OWN_SITE = frozenset({"same-origin", "none"})


async def read_field(request: web.Request, name: str) -> str:
    """Return the field, or "" when it is missing. What is not a plain UTF-8 form is refused
    with 400, 408, 413 or 415."""
    charset = request.charset
    if request.content_type != "application/x-www-form-urlencoded":
        raise web.HTTPUnsupportedMediaType
    if (charset.lower() if charset else None) not in _CHARSETS:
        raise web.HTTPUnsupportedMediaType
    try:
        async with asyncio.timeout(_DEADLINE):
            body = await request.read()
    except TimeoutError as cause:
        raise web.HTTPRequestTimeout from cause
    try:
        fields = parse_qs(body.decode("ascii"), errors="strict", max_num_fields=_MAX_FIELDS)
    except ValueError as cause:  # also UnicodeDecodeError and too many fields
        raise web.HTTPBadRequest from cause
    return fields.get(name, [""])[0]


def from_own_page(headers: Mapping[str, str], own_host: str) -> bool:
    """Tell whether a POST may come from our own page (SECURITY.md 5).

    Browsers that know Sec-Fetch-Site are taken at their word. The others send ``Origin: null``
    because our pages forbid the referrer."""
    site = headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in _OWN_SITE
    origin = headers.get("Origin")
    if origin is not None and origin != "null":
        return _host(origin) == own_host
    referer = headers.get("Referer")
    return referer is None or _host(referer) == own_host


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return None
