"""Looks at a stranger's file. Runs in the limited worker only: it opens what nobody has judged."""

from core.berkas import words
from core.berkas.aturan import too_large
from core.berkas.gambar import rewrite_picture
from core.berkas.hasil import Ditolak, Hasil
from core.berkas.kenali import Jenis, recognise
from core.berkas.pdf import rewrite_pdf

_REFUSED = {
    Jenis.HEIC: words.HEIC,
    Jenis.VIDEO: words.VIDEO,
    Jenis.ARSIP: words.ARSIP,
    Jenis.LAIN: words.BUKAN_FOTO,
}


def inspect(isi: bytes, declared_mime: str = "") -> Hasil:
    """Return a clean copy of the file, or say what is wrong with it. Never raises."""
    if not isi:
        return Ditolak(words.KOSONG)
    if (kalimat := too_large(len(isi))) is not None:
        return Ditolak(kalimat)
    jenis = recognise(isi, declared_mime)
    if jenis in _REFUSED:
        return Ditolak(_REFUSED[jenis])
    try:
        return rewrite_pdf(isi) if jenis is Jenis.PDF else rewrite_picture(isi)
    except MemoryError:
        return Ditolak(words.TERLALU_RUMIT)
    except Exception:
        # Decoders raise whatever they like on hostile bytes, and their messages quote them.
        return Ditolak(words.RUSAK)
