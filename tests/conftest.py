"""What every test may use, and the one switch of the suite: --long."""

import contextlib
import shutil
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings

from sandbox.postgres import Postgres, postgres
from tests.basis import KINDS, Rak

FIGURE = "figure"

# How long one example may take says how busy the machine is, not how good the code. The default
# run tries the same examples every time; --long looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("new", deadline=None)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long", action="store_true", help="also run the tests marked long, which take minutes"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose before any test module is read: a test's own settings inherit from the profile."""
    settings.load_profile("new" if config.getoption("--long") else "same")


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


@pytest.fixture(scope="session")
def pg_server(rak: Rak) -> Postgres:
    """A PostgreSQL of this test process, or the one that ADMINDUK_TEST_PG names."""
    return rak.server()


@pytest.fixture
def pg_url(pg_server: Postgres) -> Iterator[str]:
    """An empty database on PostgreSQL."""
    url = pg_server.fresh()
    yield url
    pg_server.drop(url)


@pytest.fixture(scope="session")
def rak(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rak]:
    """A shelf of databases; its PostgreSQL starts when the first test asks for it."""
    with contextlib.ExitStack() as stack:
        started: list[Postgres] = []

        def server() -> Postgres:
            if not started:
                started.append(stack.enter_context(postgres()))
            return started[0]

        shelf = Rak(tmp_path_factory.mktemp("basis"), server)
        try:
            yield shelf
        finally:
            shelf.close()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which database: whatever asks for one runs twice."""
    return str(request.param)


@pytest.fixture
def database_url(kind: str, rak: Rak) -> Iterator[str]:
    """The URL of a new database, migrated. The test runs twice: on SQLite and on PostgreSQL."""
    with rak.fresh(kind) as url:
        yield url


@pytest.fixture
def empty_database_url(kind: str, rak: Rak) -> Iterator[str]:
    """The same before the first migration."""
    with rak.fresh(kind, migrated=False) as url:
        yield url


@pytest.fixture
def sqlite_url(rak: Rak) -> Iterator[str]:
    """For what is about SQLite alone: the URL of a new migrated file."""
    with rak.fresh("sqlite") as url:
        yield url


@pytest.fixture
def postgres_url(rak: Rak) -> Iterator[str]:
    """For what is about PostgreSQL alone: the URL of a new migrated database."""
    with rak.fresh("postgres") as url:
        yield url
