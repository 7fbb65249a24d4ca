"""Builds the public site: every route there is, the guard around them, the runner that is silent.

No route takes a part of the address into a path; a token is 26 symbols or it is not found."""

from aiohttp import web

from delivery.forms import MAX_BODY
from delivery.guard import Guard
from delivery.headers import HeaderSetter
from delivery.page_counter import CounterPage
from delivery.page_link import LinkPage
from delivery.page_static import StaticPage
from delivery.page_ticket import TicketPage
from delivery.page_verify import VerifyPage
from delivery.situs import Situs
from delivery.template import Halaman
from vault import TOKEN_PATTERN

# What mail programs take for a part of a link: one sign after it is forgiven (FAULTS D18).
_TAIL = r"""[.,;)>\]"'/]?"""
_TOKEN = "{token:" + TOKEN_PATTERN + "}"
_TICKET = "{tiket:" + TOKEN_PATTERN + "}"
_NAME = "{nama:[A-Za-z0-9][A-Za-z0-9_-]{0,79}}"


def build_routes(situs: Situs) -> list[web.RouteDef]:
    """Return every route of the site. Access logs print a route's pattern."""
    halaman = Halaman(situs.kop)
    link, ticket = LinkPage(situs, halaman), TicketPage(situs, halaman)
    counter, static = CounterPage(situs, halaman), StaticPage(situs, halaman)
    door = "/d/" + _TOKEN + "{ekor:" + _TAIL + "}"
    return [
        web.get("/", static.front),
        web.get(door, link.show),
        web.post(door, link.submit),
        web.get("/b/" + _TICKET, ticket.show),
        web.get("/b/" + _TICKET + "/" + _NAME + ".pdf", ticket.file),
        web.get("/v/" + _TOKEN, VerifyPage(situs, halaman).show),
        web.get("/loket", counter.show),
        web.post("/loket", counter.submit),
        web.get("/gaya.css", static.css),
        web.get("/favicon.ico", static.icon),
        web.get("/robots.txt", static.robots),
        web.get("/.well-known/security.txt", static.security),
    ]


def build_app(situs: Situs) -> web.Application:
    """Return the site with its guard and headers."""
    guard = Guard(Halaman(situs.kop))
    app = web.Application(middlewares=[guard.middleware()], client_max_size=MAX_BODY)
    app.on_response_prepare.append(HeaderSetter(https=situs.https))
    app.add_routes(build_routes(situs))
    return app
