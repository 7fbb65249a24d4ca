"""What every test may use, and the one switch of the suite: --long."""

import shutil
from collections.abc import Callable

import pytest

FIGURE = "figure"


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the figures that tests put on record, whichever worker ran them."""
    figures = {
        str(value)
        for report in terminalreporter.getreports("passed")
        for name, value in report.user_properties
        if name == FIGURE
    }
    if figures:
        terminalreporter.section("figures")
        for line in sorted(figures):
            terminalreporter.write_line(line)


@pytest.fixture
def put_on_record(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Put a measured figure into the output of the test run."""
    return lambda line: record_property(FIGURE, line)


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The system's browser for Playwright's executable_path; None means Playwright's own."""
    return shutil.which("chromium") or shutil.which("google-chrome")
