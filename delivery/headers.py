"""The headers that stand on every answer: nothing is stored, indexed, framed or told onward."""

from collections.abc import Mapping
from types import MappingProxyType

from aiohttp import web

_PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
# A downloaded file runs nothing. The sandbox would also stop the browser's own PDF viewer.
FILE_POLICY = "default-src 'none'; sandbox"
INLINE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

# SECURITY.md 5; a test compares this table letter by letter.
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store, private",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
        "Content-Security-Policy": _PAGE_POLICY,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Server": "layanan",
    }
)
HTTPS_HEADERS: Mapping[str, str] = MappingProxyType(
    {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}
)


class HeaderSetter:
    """Puts the table on every answer; only the file route brings a policy of its own."""

    def __init__(self, *, https: bool) -> None:
        self._headers = {**HEADERS, **(HTTPS_HEADERS if https else {})}

    async def __call__(self, _: web.Request, response: web.StreamResponse) -> None:
        """Called by aiohttp before it sends the headers."""
        for name, value in self._headers.items():
            if name == "Content-Security-Policy":
                response.headers.setdefault(name, value)
            else:
                response.headers[name] = value
