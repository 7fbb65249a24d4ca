"""The font of our documents is there, or the start is refused (FAULTS S17)."""

import pytest

from delivery import render_worker
from delivery.fonts import EXPECTED, embedded
from delivery.render import FontMissing


def test_the_first_page_carries_the_fonts_of_our_documents() -> None:
    assert embedded(render_worker.to_pdf(render_worker.FIRST_PAGE)) >= EXPECTED


def test_another_font_is_known_as_another() -> None:
    page = render_worker.FIRST_PAGE.replace("Liberation Sans", "DejaVu Sans")
    assert not embedded(render_worker.to_pdf(page)) & EXPECTED


def test_s17_a_machine_without_the_font_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    page = render_worker.FIRST_PAGE.replace("Liberation Sans", "Tidak Ada")
    monkeypatch.setattr(render_worker, "FIRST_PAGE", page)
    with pytest.raises(FontMissing, match=r"^Fon Liberation Sans .*\.$"):
        render_worker.warm_up()


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"])
def test_s23_a_proxy_of_the_environment_opens_no_way_out(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    with pytest.raises(render_worker.RenderFailed, match="outside address"):
        render_worker.to_pdf("<img src='http://example.org/a.png'>")
