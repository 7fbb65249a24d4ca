import pytest

from delivery.forms import from_own_page

HOST = "layanan.contoh.go.id"


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "", "Origin": f"https://{HOST}"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({}, True),
        ({"Origin": f"https://{HOST}"}, True),
        ({"Origin": "null"}, True),  # our own no-referrer makes old browsers say so
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": f"https://{HOST}.evil.example"}, False),
        ({"Origin": f"https://{HOST}@evil.example"}, False),
        ({"Referer": f"https://{HOST}/d/x"}, True),
        ({"Referer": "https://evil.example/"}, False),
        ({"Origin": "null", "Referer": "https://evil.example/"}, False),
        ({"Origin": "https://[bad"}, False),
    ],
)
def test_d22_a_form_is_taken_from_our_own_page_only(headers: dict[str, str], own: bool) -> None:
    assert from_own_page(headers, HOST) is own
