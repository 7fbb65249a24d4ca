import pytest

from core.jobs.steps import StepFailed, Ulangi, guarded

SECRET = "SITI AMINAH 3319014507900001"


async def fails() -> None:
    raise LookupError(SECRET)


async def test_a_failing_step_is_told_by_its_class_and_never_by_its_text(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(StepFailed, match="langkah satu: LookupError") as failed:
        await guarded("langkah satu", fails)
    assert SECRET not in caplog.text + str(failed.value)


async def test_no_chain_leads_from_a_failed_step_to_the_foreign_text() -> None:
    with pytest.raises(StepFailed) as failed:
        await guarded("langkah satu", fails)
    assert (failed.value.__cause__, failed.value.__context__) == (None, None)


async def test_a_step_that_succeeds_is_left_alone() -> None:
    done = []

    async def works() -> None:
        done.append(True)

    await guarded("langkah satu", works)
    assert done


def test_in_production_a_step_is_tried_for_about_ten_minutes() -> None:
    ulangi = Ulangi()
    pauses = [ulangi.detik * 2**attempt for attempt in range(ulangi.kali - 1)]
    assert 9 < sum(pauses) / 60 < 12
