"""Logs requests by the pattern of their route: a path here is a secret and is never logged."""

import logging

from aiohttp import web
from aiohttp.abc import AbstractAccessLogger

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})


class RouteLogger(AbstractAccessLogger):
    """Writes method, route, status, size and time: nothing that came from the client."""

    def log(self, request: web.BaseRequest, response: web.StreamResponse, time: float) -> None:
        """Write one line."""
        self.logger.info(
            "%s %s %d %d %.0f ms",
            request.method if request.method in _METHODS else "?",
            route_name(request),
            response.status,
            response.body_length,
            time * 1000,
        )


class ScrubFilter(logging.Filter):
    """Takes out of aiohttp's own messages what may quote the request: arguments and tracebacks."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the line, without what it quotes."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "-"
        record.msg, record.args = "request failed: %s", (kind,)
        record.exc_info = record.exc_text = record.stack_info = None
        return True


def route_name(request: web.BaseRequest) -> str:
    """Return the route's pattern, such as ``/d/{token}``, never the path."""
    if not isinstance(request, web.Request):
        return "(malformed)"
    resource = request.match_info.route.resource
    return resource.canonical if resource else "(none)"
