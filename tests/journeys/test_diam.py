"""An office without population data: the officer pastes what the card holds."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from core.demo.house import opened_house
from sandbox import Klien
from tests.journeys.baca import text_of
from tests.journeys.dunia import Dunia, paper
from tests.journeys.pemain import BUDI

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADDRESS = """\
Sumber: Saya ketik sendiri
Alamat: Jl. Kenari No. 5
RT/RW: 009/005
Desa: Bae
Kode pos: 59327"""
HEAD = """\
NIK: 3319991708900001
Nama: BUDI SANTOSO
Jenis kelamin: Laki-laki
Tempat lahir: Jepara
Tanggal lahir: 17-08-1990
Agama: Islam
Pendidikan: SLTP/Sederajat
Pekerjaan: Karyawan Swasta
Golongan darah: Tidak tahu
Kewarganegaraan: WNI
Ayah: Mustofa
Ibu: Rukmini
Status perkawinan: Kawin tercatat
Tanggal perkawinan: 12-06-2016"""
WIFE = """\
NIK: 3319996104920001
Nama: SITI AMINAH
Jenis kelamin: Perempuan
Tempat lahir: Kudus
Tanggal lahir: 21-04-1992
Agama: Islam
Pendidikan: Diploma IV/Strata I
Pekerjaan: Guru
Golongan darah: B
Kewarganegaraan: WNI
Ayah: Ngadimin
Ibu: Rukmini
Status perkawinan: Kawin tercatat
Tanggal perkawinan: 12-06-2016
SHDK: Istri"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sepi(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Dunia]:
    """An office whose registry is silent."""
    folder = tmp_path_factory.mktemp("sepi")
    async with opened_house(folder, registry=False) as house, Klien(house.sandbox.url) as klien:
        yield await Dunia.opened(house, klien)


async def test_a_pasted_family_is_printed_where_the_registry_is_silent(sepi: Dunia) -> None:
    warga = await sepi.warga("Budi Santoso")
    ask = await warga.opens("KK hilang", first="Mengapa")
    await warga.tap(ask, "KK hilang", "Kartu Keluarga")
    await warga.say(BUDI.nomor_kk, "nama lengkap")
    await warga.say(BUDI.nama, "anggal lahir")
    relation = await warga.say(BUDI.lahir, "hubungan")
    await warga.tap(relation, "Saya anggota", "KTP-el")
    await warga.photo(paper("KTP"), "kehilangan")
    await warga.photo(paper("SURAT"), "e-mail")
    await warga.say(warga.surel, "kode")
    nomor = await warga.submits(await warga.say(await sepi.code(warga.surel), "Periksa"))

    rina = sepi.rina
    await rina.takes(nomor)
    await rina.ticks(nomor)
    source = await rina.taps(await rina.card(nomor, "Setujui"), "✅ Setujui", "dari mana?")
    assert "Saya ketik sendiri" in source.label
    await rina.pribadi.say(ADDRESS, "Terisi")
    await rina.pribadi.say(HEAD, "Terisi")
    await rina.pribadi.say(WIFE, "Terisi")
    summary = await rina.pribadi.say("Selesai", "Periksa jawaban")
    await rina.taps(summary, "✅ Kirim", f"Daftar periksa {nomor}", "sudah diisi")
    await rina.issues(nomor)
    page = text_of(await sepi.downloaded(warga))
    for part in ("BUDI SANTOSO", "SITI AMINAH", "GURU", BUDI.nomor_kk):
        assert part in page
