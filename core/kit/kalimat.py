"""Lists what citizens read of a service: the message ids that its catalogues must translate."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.dialog import Rencana
from core.dialog.rencana import Butir, Kelompok, Soal
from core.registry import LayananSiap

_BICARA = {"tolak": 0, "kata": 0, "galat": 1}
"""What says a sentence, and which argument the sentence is."""
_BUKAN_HURUF = re.compile(r"{[^}]*}|<[^>]*>|[^A-Za-z]")


def kalimat(siap: LayananSiap[Rencana]) -> frozenset[str]:
    """Give every sentence of a service and of its plugin's checks, as it is written."""
    layanan, temu = siap.layanan, siap.layanan.tatap_muka
    semua = {layanan.judul, layanan.ringkas, layanan.terkirim}
    semua |= {satu.nama for satu in layanan.keluaran}
    semua |= {satu.teks for satu in (*layanan.alasan_kembali, *layanan.alasan_tolak)}
    semua |= {temu.nama, *temu.bawa} if temu else set()
    semua |= set(asked(siap.rencana.isi)) | set(said(siap.folder.rglob("*.py")))
    return frozenset(filter(has_words, semua))


def asked(isi: Iterable[Butir]) -> Iterator[str]:
    """Give the words of questions: as asked, as helped with, as labelled, as chosen from."""
    for butir in isi:
        match butir:
            case Soal(tanya=tanya):
                surat = tanya.surat.nama if tanya.surat else None
                teks = (tanya.teks, tanya.bantuan, tanya.lewati, tanya.galat, butir.label, surat)
                yield from (satu for satu in teks if satu)
                yield from (opsi.label for opsi in butir.opsi)
            case Kelompok(ulang=ulang):
                yield from (ulang.teks, ulang.tombol, butir.label)
                yield from (ulang.judul,) if isinstance(ulang.judul, str) else ()
                yield from asked(butir.isi)


def said(berkas: Iterable[Path]) -> Iterator[str]:
    """Give the literals that these files say through `tolak`, `galat` and `kata`.

    Also those that are first called `kalimat`, where the line would be too long.
    """
    for satu in berkas:
        for simpul in ast.walk(ast.parse(satu.read_text("utf-8"))):
            for teks in _sentences(simpul):
                if isinstance(teks, ast.Constant) and isinstance(teks.value, str):
                    yield teks.value


def _sentences(simpul: ast.AST) -> list[ast.expr]:
    match simpul:
        case ast.Call(func=ast.Name(id=nama), args=isi) if nama in _BICARA:
            return isi[_BICARA[nama] :][:1]
        case ast.Assign(targets=[ast.Name(id="kalimat")], value=isi):
            return [isi]
    return []


def has_words(teks: str) -> bool:
    """Say whether there is anything to translate: two letters that are no field and no tag."""
    return len(_BUKAN_HURUF.sub("", teks)) > 1
