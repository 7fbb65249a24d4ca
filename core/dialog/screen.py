"""What is on the citizen's screen: the current question, with its keyboard."""

from collections.abc import Sequence
from dataclasses import replace

from core.bahasa import kata
from core.dialog import words, words_foto
from core.dialog.contoh import SULIT, is_pictured
from core.dialog.draft import TUTUP, Draft
from core.dialog.events import Balasan, Konteks, Tombol
from core.dialog.finish import fault
from core.dialog.janji import on_its_day
from core.dialog.jawaban import rows
from core.dialog.menu import HALAMAN, MENU, USUL, Layar, choices, menu_screen, page, titles
from core.dialog.options import SEHALAMAN
from core.dialog.paging import Papan, rows_of, turns
from core.dialog.progress import progress
from core.dialog.rencana import Kelompok, KodeSurel, Lacak, Opsi, Rencana, Rupa, Soal
from core.dialog.show import cut, fill, fit, plain, shown
from core.dialog.summary import lines
from core.dialog.trail import before, starts_row
from core.dialog.unggah import may_add_page, pages
from core.dialog.walk import Tempat, answered, current, sent


def render(
    rencana: Rencana, draft: Draft, konteks: Konteks, notes: Sequence[str] = ()
) -> tuple[Balasan, ...]:
    """Show what is asked now, under what there is to say about the last answer."""
    if draft.status in TUTUP:
        return (Balasan(kata(words.TIDAK_BERJALAN), tanya=False),)
    layar = screen(rencana, draft, on_its_day(konteks, draft))
    kepala = [*notes, ""] if notes else []
    *awal, akhir = fit([*kepala, *layar.baris])
    pesan = [Balasan(teks, tanya=False) for teks in awal]
    return (*pesan, Balasan(akhir, layar.papan, layar.gambar))


def screen(rencana: Rencana, draft: Draft, konteks: Konteks) -> Layar:
    """Give lines and keyboard of what is asked now."""
    if draft.layar and draft.layar[0] in MENU:
        return menu_screen(rencana, draft)
    tempat = current(rencana, draft)
    if tempat is None:
        return _summary(rencana, draft)
    match tempat.butir:
        case Lacak():
            return Layar(
                (kata(words.SEDANG_DICOCOKKAN),), ((Tombol(kata(words.BATAL), "cancel"),),)
            )
        case KodeSurel():
            return _code(rencana, draft, tempat, konteks)
        case Kelompok() as kelompok:
            return _list(rencana, draft, tempat, kelompok)
        case Soal() as soal:
            return _question(rencana, draft, tempat, soal, konteks)


def _question(
    rencana: Rencana, draft: Draft, tempat: Tempat, soal: Soal, konteks: Konteks
) -> Layar:
    if draft.layar and draft.layar[0] == USUL:
        _, _, usul = draft.layar
        pakai, benar = (
            Tombol(kata(words.PAKAI, usul=usul), "usul"),
            Tombol(kata(words.BENAR), "tetap"),
        )
        return Layar((fill(words.USUL, usul=usul),), ((pakai,), (benar,)))
    baris = [_head(rencana, draft, tempat, soal.tanya.teks)]
    if soal.tanya.contoh:
        baris.append(fill(words.CONTOH, contoh=soal.tanya.contoh))
    if soal.tanya.surat is not None:
        baris.append(fill(words.CARA_SURAT, nama=soal.tanya.surat.nama))
    if soal.rupa is Rupa.UNGGAH:
        kertas = soal.terima is None or soal.terima.kertas
        baris.append(kata(words.CARA_KIRIM) if kertas else kata(words.CARA_PAS_FOTO))
        baris.extend(_page_asked(draft, tempat))
    pilihan, tombol = _choices(soal, draft, konteks)
    baris.extend(pilihan)
    if answered(tempat):
        nilai = shown(soal, tempat.rumah, masked=True)
        baris.append(fill(words.JAWABAN_SEKARANG, nilai=nilai))
    baris.extend(_relief(draft, soal, konteks))
    return Layar(tuple(baris), (*tombol, *_nav(rencana, draft, tempat, soal)), soal.tanya.gambar)


def _head(rencana: Rencana, draft: Draft, tempat: Tempat, teks: str) -> str:
    kepala = f"<b>[{plain(progress(rencana, draft, tempat))}]</b> {plain(teks)}"
    if kalimat := draft.perbaikan.get(tempat.path):
        kepala = fill(words.DARI_PETUGAS, kalimat=kalimat) + "\n\n" + kepala
    return kepala


def _choices(soal: Soal, draft: Draft, konteks: Konteks) -> tuple[list[str], Papan]:
    """List the choices in the text, numbered, and as buttons; a long list one page at a time."""
    if soal.rupa is not Rupa.PILIHAN:
        return [], ()
    terlihat, ada_lagi = choices(draft, soal, konteks), bool(choices(draft, soal, konteks, 1))
    halaman = page(draft)
    panjang = ada_lagi or halaman or draft.saring or soal.opsi_kantor
    ketik = kata(words.KETIK_CARI) if panjang or len(soal.opsi) > SEHALAMAN else kata(words.PILIH)
    baris = [kata(words.KETIK_WILAYAH[soal.opsi_nasional]) if soal.opsi_nasional else ketik]
    if soal.waktu:
        return _times(soal, terlihat, turns(halaman, ada_lagi))
    bernomor = list(enumerate(terlihat, 1))
    baris += [f"{nomor}. {plain(opsi.label)}" for nomor, opsi in bernomor]
    tombol = rows_of([_choice(nomor, opsi) for nomor, opsi in bernomor])
    balik = turns(halaman, ada_lagi)
    return baris, (*tombol, balik) if balik else tombol


def _times(
    soal: Soal, terlihat: tuple[Opsi, ...], balik: tuple[Tombol, ...]
) -> tuple[list[str], Papan]:
    """Offer the free days by number, the free times by themselves."""
    tombol = rows_of([Tombol(opsi.pendek or opsi.label, opsi.aksi) for opsi in terlihat])
    if soal.waktu == "jam":
        baris = [kata(words.PILIH_JAM)]
    else:
        baris = [
            kata(words.PILIH),
            *(f"{n}. {plain(opsi.label)}" for n, opsi in enumerate(terlihat, 1)),
        ]
    return baris if terlihat else [kata(words.WAKTU_HABIS)], (*tombol, balik) if balik else tombol


def _choice(nomor: int, opsi: Opsi) -> Tombol:
    """Make the button of a choice; one that says less than the text bears the text's number."""
    label = f"{nomor}. {opsi.pendek}" if opsi.pendek else opsi.label
    return Tombol(cut(label), opsi.aksi)


def _relief(draft: Draft, soal: Soal, konteks: Konteks) -> list[str]:
    """Offer more help to whoever was refused several times."""
    if draft.gagal < SULIT:
        return []
    kantor = f" {konteks.kantor}" if konteks.kantor else ""
    bantuan = [plain(soal.tanya.bantuan)] if soal.tanya.bantuan else []
    if draft.gagal == SULIT and is_pictured(soal, draft):
        bantuan = []
    return ["", *bantuan, fill(words.MASIH_SULIT, kantor=kantor)]


def _page_asked(draft: Draft, tempat: Tempat) -> list[str]:
    """Say which page is wanted, when the citizen wished to add one."""
    if draft.layar[:1] != (HALAMAN,) or not answered(tempat):
        return []
    return [fill(words_foto.KIRIM_HALAMAN, nomor=pages(tempat.nilai) + 1)]


def _nav(rencana: Rencana, draft: Draft, tempat: Tempat, soal: Soal) -> Papan:
    papan: list[tuple[Tombol, ...]] = []
    if draft.di == tempat.path and answered(tempat):
        papan.append((Tombol(kata(words.TETAP), "keep"),))
        if fault(rencana, replace(draft, di=None)):
            # The rule may be broken by another answer than the one it points to.
            papan.append((Tombol(kata(words.UBAH_LAIN), "edit"),))
    if may_add_page(draft, tempat, soal):
        papan.append((Tombol(kata(words_foto.TAMBAH_HALAMAN), "hal"),))
    if soal.tanya.surat is not None:
        papan.append((Tombol(kata(words.KIRIM_SURAT), "surat"),))
    if soal.opsional:
        papan.append((Tombol(soal.tanya.lewati or kata(words.LEWATI), "skip"),))
    if starts_row(tempat) and tempat.rumah:
        papan.append((Tombol(kata(words.HAPUS_BARIS), "del"),))
    kaki = []
    if before(rencana, draft.jawaban, tempat):
        kaki.append(Tombol(kata(words.KEMBALI), "back"))
    if soal.tanya.bantuan:
        kaki.append(Tombol(kata(words.BANTUAN), "help"))
    return (*papan, tuple(kaki)) if kaki else tuple(papan)


def _list(rencana: Rencana, draft: Draft, tempat: Tempat, kelompok: Kelompok) -> Layar:
    ulang, banyak = kelompok.ulang, len(rows(kelompok.nama, draft.jawaban))
    judul = [f"{n}. {plain(teks)}" for n, teks in enumerate(titles(kelompok, draft), 1)]
    hitung = kata(words.BANYAK) if banyak else kata(words.BELUM_ADA)
    baris = [
        _head(rencana, draft, tempat, ulang.teks),
        fill(hitung, label=kelompok.label, banyak=banyak),
        *judul,
    ]
    papan: list[tuple[Tombol, ...]] = []
    if banyak < ulang.minimal:
        baris.append(kata(words.PALING_SEDIKIT, minimal=ulang.minimal, banyak=banyak))
    if banyak < ulang.maksimal:
        baris.append(fill(words.BERIKUT, soal=kelompok.pertama.tanya.teks))
        papan.append((Tombol(kata(words.TAMBAH), "add"),))
    else:
        baris.append(kata(words.PALING_BANYAK, maksimal=ulang.maksimal))
    if banyak:
        papan.append((Tombol(kata(words.UBAH_BARIS), "rows"),))
    if ulang.minimal <= banyak <= ulang.maksimal:
        baris.append(fill(words.SUDAH_SEMUA, tombol=ulang.tombol))
        papan.append((Tombol(f"✅ {ulang.tombol}", "done"),))
    if before(rencana, draft.jawaban, tempat):
        papan.append((Tombol(kata(words.KEMBALI), "back"),))
    return Layar(tuple(baris), tuple(papan))


def _code(rencana: Rencana, draft: Draft, tempat: Tempat, konteks: Konteks) -> Layar:
    ganti = Tombol(kata(words.GANTI_ALAMAT), "back")
    if not sent(tempat):
        return Layar((kata(words.KODE_SEDANG_DIKIRIM),), ((ganti,),))
    baris = [_head(rencana, draft, tempat, kata(words.TANYA_KODE))]
    if draft.gagal >= SULIT:
        kantor = f" {konteks.kantor}" if konteks.kantor else ""
        baris += ["", fill(words.MASIH_SULIT, kantor=kantor)]
    return Layar(tuple(baris), ((Tombol(kata(words.KIRIM_ULANG), "resend"),), (ganti,)))


def _summary(rencana: Rencana, draft: Draft) -> Layar:
    baris = [
        f"<b>{kata(words.PERIKSA)}</b>",
        *lines(rencana, draft, mask=True),
        "",
        kata(words.SUDAH_BENAR),
    ]
    papan = (
        (Tombol(kata(words.KIRIM), "submit"),),
        (Tombol(kata(words.UBAH), "edit"), Tombol(kata(words.BATAL), "cancel")),
    )
    return Layar(tuple(baris), papan)
