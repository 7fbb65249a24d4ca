"""The benchmarks by name. They live outside the program and are run as programs of their own."""

from core.settings import SettingsFault

NAMES = ("baca", "citra", "dialog", "render", "transport")


class UnknownBenchmark(SettingsFault):
    """There is no benchmark of that name."""


def program_of(name: str) -> str:
    """Return the program that measures it. Raises UnknownBenchmark."""
    if name not in NAMES:
        raise UnknownBenchmark(f"bench: pilih salah satu: {', '.join(NAMES)}.")
    return f"benchmarks.{name}"
