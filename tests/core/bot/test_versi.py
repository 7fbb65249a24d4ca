"""A form changes under citizens and officers (F76): sandbox, database, a room started anew."""

import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from core.api import Alasan, Bahan, Cetak, Layanan, Periksa
from core.dialog import Draft, Rencana
from core.permohonan import Permohonan
from core.registry import Katalog, LayananSiap
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, Ruang, listening
from tests.core.dialog.berubah import FORMULIR, MIGRASI, plan
from tests.journeys.pemain import _PHOTO as PHOTO
from tests.journeys.pemain import Petugas, Warga

KODE, JUDUL = "uji-versi", "Uji versi"
Fungsi = Callable[[dict[str, Any]], dict[str, Any]]


class Halaman(BaseModel):
    nama: str = ""


def page(bahan: Bahan) -> Halaman:
    return Halaman()


def service(versi: int, *kept: int, migrasi: Mapping[int, Fungsi] = MIGRASI) -> Katalog[Rencana]:
    """The invented service in a version, with those of its versions that it keeps."""
    layanan = Layanan(
        api=1,
        kode=KODE,
        judul=JUDUL,
        ringkas="Uji.",
        versi=versi,
        menit=1,
        formulir=FORMULIR[versi],
        dasar_hukum=("-",),
        hasil=Cetak("uji.html", isi=page, nama="Uji", jenis="uji"),
        periksa=(Periksa("berhak", f"Berhak v{versi}"),),
        alasan_kembali=(Alasan("buram", "{dok} tidak terbaca."),),
        alasan_tolak=(Alasan("tidak", "Tidak."),),
        migrasi=migrasi,
    )
    earlier = {one: service(one).layanan[KODE] for one in kept}
    ready = LayananSiap(layanan, plan(versi), None, Path(), nama="uji", terdahulu=earlier)
    return Katalog({KODE: ready}, ())


@contextlib.asynccontextmanager
async def office(ruang: Ruang, katalog: Katalog[Rencana]) -> AsyncIterator[Warga]:
    """The room started anew with these services."""
    ruang.alat = replace(ruang.alat, katalog=katalog)
    async with listening(ruang):
        yield Warga(ruang.klien, BUDI, surel="")


async def begins(warga: Warga) -> None:
    """Fill the first version in up to the fourth question."""
    ask = await warga.opens(JUDUL, first="Mengapa KK")
    await warga.tap(ask, "KK hilang", "Siapa nama Anda?")
    await warga.say("ani", "Kartu Keluarga")
    await warga.say("3319990108160001", "Kapan Anda lahir?")


async def files(warga: Warga) -> str:
    """Fill the first version in to its end; return the case's number."""
    await begins(warga)
    await warga.say("17-8-1990", "Foto surat")
    await warga.photo(PHOTO, "Siapa nama anggota?")
    await warga.say("Budi", "Berapa umurnya?")
    ask = await warga.say("30", "Siapa anggotanya?")
    ask = await warga.tap(ask, "✅ Selesai", "Nomor HP?")
    ask = await warga.tap(ask, "Tanpa HP", "e-mail")
    return await warga.submits(await warga.tap(ask, "Tidak punya e-mail", "Periksa"))


async def officer(ruang: Ruang) -> Petugas:
    for who in (AGUS, RINA):
        one = Petugas(ruang.klien, who, GROUP)
        await one.pribadi.say("/start petugas", "Halo")
    return one


async def draft_of(ruang: Ruang) -> tuple[Permohonan, Draft]:
    (case,) = await Permohonan.all()
    return case, Draft.load(ruang.alat.cases.book.isian(case))


async def test_an_answer_after_a_change_is_kept_if_its_question_is_the_same(ruang: Ruang) -> None:
    async with office(ruang, service(1)) as warga:
        ask = await warga.opens(JUDUL, first="Mengapa KK")
        await warga.tap(ask, "KK hilang", "Siapa nama Anda?")
        same = service(1, migrasi={}).layanan[KODE]
    risen = replace(same, layanan=replace(same.layanan, versi=2))
    async with office(ruang, Katalog({KODE: risen}, ())) as warga:
        told = await warga.say("ani", "baru saja diperbarui")
        assert "Kartu Keluarga" in told.teks
        assert "semua jawaban Anda tetap tersimpan" in told.teks
    case, draft = await draft_of(ruang)
    assert (case.versi, draft.versi, draft.jawaban["nama"]) == (2, 2, "ANI")


async def test_the_citizen_is_told_once_and_asked_only_what_changed(ruang: Ruang) -> None:
    async with office(ruang, service(1)) as warga:
        await begins(warga)
    async with office(ruang, service(2)) as warga:
        told = await warga.say("17-8-1990", "1 jawaban Anda ditanyakan lagi")
        await warga.tap(told, "Pindah rumah", "Kapan Anda lahir?")
        last = await warga.say("17-8-1990", "Di desa mana?")
        assert "diperbarui" not in last.teks
    case, draft = await draft_of(ruang)
    assert (case.versi, draft.versi) == (2, 2)
    assert draft.jawaban["nama_pemohon"] == "ANI"
    told_often = [one for one in await ruang.klien.pesan(BUDI) if "diperbarui" in one.teks]
    assert len(told_often) == 1


async def test_an_old_button_after_a_change_answers_nothing_and_tells(ruang: Ruang) -> None:
    async with office(ruang, service(1)) as warga:
        ask = await warga.opens(JUDUL, first="Mengapa KK")
    async with office(ruang, service(2)) as warga:
        await warga.presses(ask, "KK hilang")
        await warga.wait("diperbarui", beyond=ask.id)
    _, draft = await draft_of(ruang)
    assert draft.versi == 2
    assert "alasan" not in draft.jawaban


async def test_a_plugin_older_than_the_draft_asks_nothing_and_loses_nothing(ruang: Ruang) -> None:
    async with office(ruang, service(2)) as warga:
        ask = await warga.opens(JUDUL, first="Mengapa KK")
        await warga.tap(ask, "Pindah rumah", "Siapa nama pemohon?")
    before = await draft_of(ruang)
    async with office(ruang, service(1)) as warga:
        await warga.say("ani", "sedang ada gangguan")
        await warga.say("/start", JUDUL)
        assert [one.dump() for one in (await draft_of(ruang))[1:]] == [before[1].dump()]
    async with office(ruang, service(2)) as warga:
        await warga.say("ani", "Kartu Keluarga")


async def test_a_function_that_fails_leaves_the_draft_and_says_so(ruang: Ruang) -> None:
    async with office(ruang, service(1)) as warga:
        await begins(warga)
    before = await draft_of(ruang)
    async with office(ruang, service(2, migrasi={2: lambda jawaban: jawaban["tiada"]})) as warga:
        await warga.say("17-8-1990", "sedang ada gangguan")
    assert (await draft_of(ruang))[1] == before[1]


async def test_a_filed_case_is_decided_in_the_version_it_was_filed_with(ruang: Ruang) -> None:
    async with office(ruang, service(1)) as warga:
        nomor = await files(warga)
    _, filed = await draft_of(ruang)
    async with office(ruang, service(3, 1)):
        rina = await officer(ruang)
        card = await rina.takes(nomor)
        assert any("Berhak v1" in label for label in card.label)
        await rina.ticks(nomor)
        await rina.issues(nomor)
    case, draft = await draft_of(ruang)
    assert (case.versi, draft) == (1, filed)


async def test_a_filed_case_is_mended_in_the_version_it_was_filed_with(ruang: Ruang) -> None:
    async with office(ruang, service(1)) as warga:
        nomor = await files(warga)
    async with office(ruang, service(3, 1)) as warga:
        rina = await officer(ruang)
        await rina.takes(nomor)
        newest = max(one.id for one in await ruang.klien.pesan(BUDI))
        await sends_back(rina, nomor, "Nama")
        await warga.wait("Siapa nama Anda?", beyond=newest)
        summary = await warga.say("Ani Wulandari", "Periksa")
        await warga.tap(summary, "✅ Kirim", nomor)
    case, draft = await draft_of(ruang)
    assert (case.versi, draft.versi, draft.jawaban["nama"]) == (1, 1, "ANI WULANDARI")


async def sends_back(rina: Petugas, nomor: str, field: str) -> None:
    page = await rina.taps(await rina.card(nomor, "Perbaiki"), "✏️ Perbaiki", field)
    label = next(one for one in page.label if one.endswith(field))
    reasons = await rina.taps(page, label, "tidak terbaca")
    picked = await rina.taps(reasons, reasons.label[0], "Kirim")
    send = next(one for one in picked.label if "Kirim" in one)
    await rina.taps(picked, send, nomor)


async def test_a_version_that_is_not_kept_is_sent_back_for_what_the_new_one_asks(
    ruang: Ruang,
) -> None:
    async with office(ruang, service(1)) as warga:
        nomor = await files(warga)
    _, filed = await draft_of(ruang)
    async with office(ruang, service(2)) as warga:
        rina = await officer(ruang)
        await rina.takes(nomor)
        await rina.private("Formulir layanan ini berubah sejak permohonan diajukan")
        await rina.ticks(nomor)
        toast = await rina.presses(await rina.card(nomor, "Setujui"), "✅ Setujui")
        assert "Tekan Perbaiki" in toast.teks
        newest = max(one.id for one in await ruang.klien.pesan(BUDI))
        await sends_back(rina, nomor, "Nomor KK")
        ask = await warga.wait("Mengapa KK", beyond=newest)
        await warga.tap(ask, "KK hilang", "📌 Catatan petugas")
        await warga.say("3319990108160001", "Di desa mana?")
        await warga.say("Bae", "Apa hubungannya")
        summary = await warga.say("anak", "Periksa")
        await warga.tap(summary, "✅ Kirim", nomor)
        await rina.approves(nomor)
    case, draft = await draft_of(ruang)
    assert (case.versi, draft.versi) == (2, 2)
    assert draft.semula == {"versi": 1, "jawaban": filed.jawaban}
