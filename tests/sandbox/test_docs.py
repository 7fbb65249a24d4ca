"""docs/sandbox.md names what there is: every route, every method, every handle of the page."""

import re
from pathlib import Path

from sandbox import Panggung
from sandbox.botapi.route import METHODS
from sandbox.kendali import Kendali
from sandbox.mail import Catcher
from sandbox.store import Store
from tests.sandbox.conftest import HeldClock

ROOT = Path(__file__).parents[2]
HANDLE = re.compile(r'data-uji"?[:=] ?"([a-z-]+)"')
PAGE = (ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")


def routes(clock: HeldClock) -> set[str]:
    store = Store(Panggung(), now=clock)
    kendali = Kendali(store, Catcher(store), Panggung())
    return {str(route.path) for route in kendali.routes()}  # type: ignore[attr-defined]


def test_every_route_of_the_control_api_has_a_curl_line(clock: HeldClock) -> None:
    found = routes(clock)
    assert len(found) >= 15, "an empty walk proves nothing"
    lines = [line for line in PAGE.splitlines() if line.startswith("curl ")]
    for path in found:
        shape = re.sub(r"\\\{[^}]*\\\}", r"[\\w-]+", re.escape(path.removeprefix("/kendali")))
        assert any(re.search(rf"\$S{shape}(?![\w/.-])", line) for line in lines), path


def test_every_method_is_listed() -> None:
    listed = PAGE.lower()
    assert len(METHODS) >= 14, "an empty walk proves nothing"
    assert [name for name in METHODS if name not in listed] == []


def test_every_handle_of_the_page_is_documented() -> None:
    folder = ROOT / "sandbox" / "halaman"
    sources = [(folder / name).read_text() for name in ("index.html", "halaman.js")]
    found = {name for text in sources for name in HANDLE.findall(text)}
    assert len(found) >= 30, "an empty walk proves nothing"
    assert [name for name in sorted(found) if f"`{name}`" not in PAGE] == []
