from delivery.headers import HEADERS
from tests.delivery.dunia import Dunia, Peramban, serve

# Letter by letter, as SECURITY promises; a change here is a change of the promise.
PROMISE = """\
Cache-Control: no-store, private
Referrer-Policy: no-referrer
X-Robots-Tag: noindex, nofollow, noarchive
Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; \
font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'
X-Content-Type-Options: nosniff
X-Frame-Options: DENY
Cross-Origin-Opener-Policy: same-origin
Cross-Origin-Resource-Policy: same-origin
Permissions-Policy: camera=(), microphone=(), geolocation=()
Server: layanan"""
HSTS = "max-age=63072000; includeSubDomains"
PATHS = ("/", "/loket", "/gaya.css", "/robots.txt", "/favicon.ico", "/apa", "/d/x")


def test_the_table_is_the_promised_one() -> None:
    assert "\n".join(f"{name}: {value}" for name, value in HEADERS.items()) == PROMISE


async def test_every_answer_carries_the_table(peramban: Peramban) -> None:
    for path in PATHS:
        async with peramban.get(path) as answer:
            assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)
            assert answer.headers["Strict-Transport-Security"] == HSTS
            assert "Set-Cookie" not in answer.headers


async def test_a_site_without_tls_does_not_promise_tls(dunia: Dunia) -> None:
    async with (
        serve(dunia.situs("http://127.0.0.1:8080")) as peramban,
        peramban.get("/") as answer,
    ):
        assert "Strict-Transport-Security" not in answer.headers
