"""Who acts on a case, as the history names them."""

WARGA = "warga"
SISTEM = "sistem"
SITUS = "situs"


def by_officer(petugas: int) -> str:
    """Name an officer in the history."""
    return f"petugas:{petugas}"
