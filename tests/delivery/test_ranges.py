import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.ranges import Part, Unsatisfiable, Whole, choose


@pytest.mark.parametrize(
    ("header", "answer"),
    [
        (None, Whole()),
        ("", Whole()),
        ("bytes=0-0", Part(0, 1)),
        ("bytes=0-", Part(0, 100)),
        ("bytes=90-500", Part(90, 100)),
        ("bytes=-10", Part(90, 100)),
        ("bytes=-500", Part(0, 100)),
        ("bytes=-0", Unsatisfiable()),
        ("bytes=100-", Unsatisfiable()),
        ("bytes=100-200", Unsatisfiable()),
        ("bytes=9-5", Whole()),
        ("bytes=-", Whole()),
        ("bytes=0-1,3-4", Whole()),
        ("bytes=a-b", Whole()),
        ("bytes=\u0660-\u0669", Whole()),
        ("lines=0-1", Whole()),
        ("bytes=" + "9" * 40 + "-", Whole()),
    ],
)
def test_a_range_is_the_bytes_that_it_names(
    header: str | None, answer: Whole | Part | Unsatisfiable
) -> None:
    assert choose(header, size=100) == answer


@given(st.text() | st.from_regex(r"bytes=\d{0,4}-\d{0,4}", fullmatch=True), st.integers(0, 999))
def test_a_part_never_leaves_the_file(header: str, size: int) -> None:
    match choose(header, size=size):
        case Part(start, end):
            assert 0 <= start < end <= size
        case _:
            pass
