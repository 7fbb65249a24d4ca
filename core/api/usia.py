"""Ages in whole years, as the law counts them: from one birthday to the next (DOMAIN.md 9.2)."""

from datetime import date


def age(lahir: date, pada: date) -> int:
    """Count the birthdays that somebody has had on a day; below zero before the birth."""
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


def birthday(lahir: date, ke: int) -> date:
    """Give the first day on which somebody is so old; 29 February becomes 1 March."""
    try:
        return lahir.replace(year=lahir.year + ke)
    except ValueError:
        return date(lahir.year + ke, 3, 1)
