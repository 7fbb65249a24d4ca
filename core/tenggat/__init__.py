"""What happens on a clock."""

from core.tenggat.rumah import HouseKeeping

__all__ = ["HouseKeeping"]
