"""The public site as a room: the pages of delivery, given this office's name and keys."""

from core.web.site import Site, situs

__all__ = ["Site", "situs"]
