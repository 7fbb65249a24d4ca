"""What every test may use, and the one switch of the suite: --long."""

import shutil

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long", action="store_true", help="also run the tests marked long, which take minutes"
    )


def pytest_report_header(config: pytest.Config) -> str | None:
    if config.getoption("--long"):
        return None
    return "long tests are left out; ./adminduk test --long runs them"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The system's browser for Playwright's executable_path; None means Playwright's own."""
    return shutil.which("chromium") or shutil.which("google-chrome")
