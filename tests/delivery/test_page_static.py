import pytest

from delivery.template import FOLDER
from tests.delivery.dunia import Peramban


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/", "text/html", "Unduh dokumen kependudukan"),
        ("/gaya.css", "text/css", "main"),
        ("/favicon.ico", "image/svg+xml", "<svg"),
        ("/robots.txt", "text/plain", "Disallow: /"),
        ("/.well-known/security.txt", "text/plain", "Contact: mailto:halo@contoh.go.id"),
    ],
)
async def test_d41_the_small_things_are_there(
    peramban: Peramban, path: str, kind: str, words: str
) -> None:
    async with peramban.get(path) as answer:
        assert answer.status == 200
        assert answer.content_type == kind
        assert words in await answer.text()


def test_d42_no_page_has_a_script_a_style_of_its_own_or_anything_from_elsewhere() -> None:
    pages = sorted(FOLDER.glob("*.html"))
    assert len(pages) >= 7, "an empty walk proves nothing"
    for page in pages:
        text = page.read_text(encoding="utf-8").lower()
        for forbidden in (
            "<script",
            "<style",
            " style=",
            " onclick",
            "http://",
            "https://",
            "|safe",
        ):
            assert forbidden not in text, page.name
