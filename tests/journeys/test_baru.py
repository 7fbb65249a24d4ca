"""KK baru: a family is founded, with people whom the registry knows and one whom it does not."""

from collections.abc import Callable

import pytest

from sandbox import Pesan
from tests.journeys.baca import text_of
from tests.journeys.dunia import Dunia, paper
from tests.journeys.pemain import Petugas, Warga

pytestmark = pytest.mark.asyncio(loop_scope="session")

OFFICERS_BLOCK = """\
No. KK: 3319992211260001
Status perkawinan: Kawin Tercatat
Tanggal perkawinan: 20-11-2026
Kode pos: 59327"""
KNOWN = (
    ("3319994509020001", "Dewi Lestari", "05-09-2002", "istri"),
    ("3319994107430001", "Suminah", "1 Juli 1943", "famili"),
    ("3319996512080001", "Ratna Wulandari", "25/12/2008", "famili"),
)


async def _papers_and_head(warga: Warga) -> Pesan:
    """Send five papers, the address, and the head of the family."""
    await warga.opens("KK baru", first="nikah")
    await warga.photo(paper("BUKU NIKAH"), "KK lama kepala")
    await warga.photo(paper("KARTU KELUARGA", "DARI SUAMI"), "KK lama pasangannya")
    await warga.photo(paper("KARTU KELUARGA", "Ayah: HADI", "Ibu: ENDANG"), "KTP-el kepala")
    await warga.photo(paper("KTP", "Nama: ANDI"), "KTP-el pasangannya")
    await warga.photo(paper("KTP", "NIK: 3319", "Nama: DEWI LESTARI"), "tinggal")
    await warga.say("Jl. Melati No. 7 RT 02 RW 03", "desa")
    await warga.say("gondangmanis", "NIK kepala")
    await warga.say("3319991203000001", "nama lengkap")
    await warga.say("Andi Prasetyo", "tanggal lahir")
    return await warga.say("12-03-2000", "anggota keluarga lainnya")


async def _mail_and_send(dunia: Dunia, warga: Warga) -> str:
    await warga.say("Selesai", "e-mail")
    await warga.say(warga.surel, "kode")
    summary = await warga.say(await dunia.code(warga.surel), "Periksa")
    return await warga.submits(summary)


async def _fills_officers_form(officer: Petugas, nomor: str) -> None:
    """Setujui asks for the form; a pasted block fills it."""
    await officer.takes(nomor)
    await officer.ticks(nomor)
    await officer.taps(await officer.card(nomor, "Setujui"), "✅ Setujui", "nomor KK baru")
    await officer.pribadi.say(OFFICERS_BLOCK, "Terisi")
    summary = await officer.pribadi.say("Lanjut", "Periksa")
    await officer.taps(summary, "✅ Kirim", f"Daftar periksa {nomor}", "sudah diisi")


async def test_four_people_of_the_registry_take_at_most_thirty_messages(
    dunia: Dunia, put_on_record: Callable[[str], None]
) -> None:
    warga = await dunia.warga("Andi Prasetyo")
    await _papers_and_head(warga)
    for nik, nama, lahir, hubungan in KNOWN:
        await warga.say(nik, "nama lengkap")
        await warga.say(nama, "tanggal lahir")
        await warga.say(lahir, "hubungan")
        await warga.say(hubungan, "anggota keluarga lainnya")
    nomor = await _mail_and_send(dunia, warga)
    put_on_record(f"KK baru of four: {warga.count} messages of the citizen, at most 30")
    assert warga.count <= 30

    rina = dunia.rina
    await _fills_officers_form(rina, nomor)
    closing = await rina.issues(nomor)
    assert "KK lama kepala keluarga" in closing.teks
    assert "KK lama pasangan" in closing.teks
    kept = await dunia.putusan(nomor)
    assert len(kept.tindak_lanjut) == 2

    page = text_of(await dunia.downloaded(warga))
    for part in ("ANDI PRASETYO", "DEWI LESTARI", "SUMINAH", "RATNA WULANDARI"):
        assert part in page
    assert "3319992211260001" in page


async def test_somebody_whom_the_registry_does_not_know_is_asked_every_column(
    dunia: Dunia,
) -> None:
    warga = await dunia.warga("Andi Prasetyo")
    await _papers_and_head(warga)
    for answer, expect in (
        ("3319994501030002", "nama lengkap"),
        ("Lina Marlina", "tanggal lahir"),
        ("05-01-2003", "jenis kelamin"),
        ("perempuan", "kabupaten atau kota"),
        ("Kudus", "agama"),
        ("islam", "pendidikan"),
        ("slta", "pekerjaan"),
        ("petani", "golongan darah"),
        ("o", "kewarganegaraan"),
        ("wni", "ayahnya"),
        ("Joko Susilo", "ibunya"),
        ("Wati", "hubungan"),
        ("istri", "anggota keluarga lainnya"),
    ):
        await warga.say(answer, expect)
    nomor = await _mail_and_send(dunia, warga)
    await _fills_officers_form(dunia.rina, nomor)
    await dunia.rina.issues(nomor)
    page = text_of(await dunia.downloaded(warga))
    assert "LINA MARLINA" in page
    assert "PETANI" in page
