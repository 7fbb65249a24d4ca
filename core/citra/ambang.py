"""Every threshold of the pre-flight; docs/photos.md tells what they were measured on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ambang:
    """When a picture is asked for again. Lengths are in dots of the working copy."""

    sisi_kerja: int = 1600
    """Longest side of the copy that is measured; a smaller picture is measured as it is."""
    blok: int = 16
    """Side of a square that is judged as one."""

    titik_min: int = 64
    """Below this many dots on the longer side there is nothing to look at (hard)."""
    panjang_min: int = 900
    lebar_min: int = 450
    """Longer and shorter side of the original, in dots. Telegram's own photos are 1280 long."""

    polos_ragam: float = 6.0
    """Standard deviation of grey below which a picture shows nothing."""
    polos_pdf: float = 1.0
    """The same for a rendered page, which has no noise."""

    putih_gelap: float = 82.0
    """Grey (0-255) of the brightest twentieth: paper darker than this is too dark."""
    blok_gelap: float = 62.0
    bagian_gelap: float = 0.30
    """Share of the page's written blocks whose paper is darker than `blok_gelap`."""

    bintik: float = 12.0
    """Grey levels of noise in the calmest blocks."""

    kabur: float = 2.75
    """How often the energy of edges must fall in a second blur, in the worse direction."""
    dibesarkan: float = 1.7
    """The same in a slight blur: below, the picture has more dots than detail."""

    silau_terang: float = 248.0
    """Even the darkest dots of a block are this bright: nothing can be written there."""
    silau_tenang: float = 2.0
    silau_bintik: float = 1.5
    """By how much less bright for every grey level of noise over `silau_tenang`."""
    silau_menonjol: float = 12.0
    """By how many grey levels such a block outshines the paper around it."""
    silau_pinggir: float = 225.0
    silau_pudar: float = 10.0
    """Grey beside it, or how much brighter that is than farther out: light fades, a shirt ends."""
    silau_luas: float = 0.004
    """Share of the picture that a patch must cover."""

    warna_kertas: float = 16.0
    """Levels of colour by which a block may differ from the page."""
    kertas_redup: float = 0.84
    kertas_terang: float = 1.14
    """How its paper may differ from the light that falls there."""
    langkah: float = 14.0
    """Grey levels between two neighbouring blocks that still are one and the same paper."""
    tepi_kertas: float = 0.19
    """Share of a side of the picture at which the page runs out of it."""
    tepi_tertulis: float = 0.12
    """Share of a side of the picture at which writing runs out of it."""
    meja: float = 0.35
    """Share of the whole frame where the table must be seen for a missing edge to count."""

    sama_bit: int = 40
    """Of 1024 bits of the perceptual hash, how many may differ in one and the same picture."""


AMBANG = Ambang()
