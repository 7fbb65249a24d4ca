import pytest
from dbos._sys_db import WorkflowStatusString

from core.jobs.steps import BERJALAN, GAGAL, StepFailed, Ulangi, guarded

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


def test_work_keeps_its_place_for_a_few_seconds_of_pauses_only() -> None:
    ulangi = Ulangi()
    pauses = [ulangi.detik * 2**attempt for attempt in range(ulangi.kali - 1)]
    assert 1 < sum(pauses) < 5


def test_our_words_are_the_engines_and_leave_out_success_alone() -> None:
    assert {*GAGAL, *BERJALAN, "SUCCESS"} == {one.value for one in WorkflowStatusString}
