"""Whatever bytes come: an answer comes back, and nothing half-opened is kept."""

import io

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image

from core.citra.mata import look

STARTS = (b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"%PDF-1.7\n")
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from((*STARTS, HEIC)), st.binary(max_size=400), st.text(max_size=20))
@example(STARTS[1], b"", "image/svg+xml")
def test_any_bytes_are_answered_with_a_fault(start: bytes, rest: bytes, mime: str) -> None:
    found = look(start + rest, mime)
    assert found.keras
    assert found.bersih is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_photo_with_any_byte_changed_is_answered(data: st.DataObject) -> None:
    out = io.BytesIO()
    Image.new("RGB", (200, 150), "grey").save(out, data.draw(st.sampled_from(("JPEG", "PNG"))))
    content = bytearray(out.getvalue())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = look(bytes(content), "image/jpeg")
    assert found.cacat
    assert found.keras == (found.bersih is None)
