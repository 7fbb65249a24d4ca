"""Who is on the stage: fictional citizens and officers, what they know, what they have at hand."""

import time
from dataclasses import replace
from pathlib import Path

from core.demo import papers
from core.kantor import Kantor, Peran
from core.kantor import Petugas as PetugasKantor
from sandbox import Bekal, Grup, Panggung, Tokoh

# As in offices/contoh_penduduk.csv, so that what they type is found in the registry.
BUDI = Tokoh(
    610000001,
    "Budi Santoso",
    "budi_peraga",
    "KK hilang",
    (
        Bekal("No. KK", ("3319990108160001",)),
        Bekal("Diri", ("Budi Santoso", "17-08-1990")),
        Bekal("E-mail", ("budi@warga.example",)),
    ),
)
ANDI = Tokoh(
    610000002,
    "Andi Prasetyo",
    "andi_peraga",
    "KK baru",
    (
        Bekal("Suami", ("3319991203000001", "Andi Prasetyo", "12-03-2000")),
        Bekal("Istri", ("3319994509020001", "Dewi Lestari", "05-09-2002")),
        Bekal("Nenek", ("3319994107430001", "Suminah", "01-07-1943")),
        Bekal("Adik", ("3319996512080001", "Ratna Wulandari", "25-12-2008")),
        Bekal("Alamat", ("Jl. Melati No. 7", "003/002", "Gondangmanis")),
        Bekal("E-mail", ("andi@warga.example",)),
    ),
)
SARIJAH = Tokoh(
    610000003,
    "Sarijah",
    "sarijah_peraga",
    "tanpa e-mail",
    (Bekal("No. KK", ("3319990303080001",)), Bekal("Diri", ("Sarijah", "01-07-1931"))),
)
# She has a child to register, and may move with all of Budi's family.
SITI = Tokoh(
    610000004,
    "Siti Aminah",
    "siti_peraga",
    "bayi",
    (
        Bekal("No. KK", ("3319990108160001",)),
        Bekal("Diri", ("Siti Aminah", "21-04-1992")),
        Bekal("Ayah", ("Budi Santoso", "17-08-1990")),
        Bekal("Bayi", ("Bagas Putra Nugroho", "Kudus", "3,2 kg", "49 cm")),
        Bekal("Saksi 1", ("Joko Susilo", "3319990606860001", "3319992704190001")),
        Bekal("Saksi 2", ("Hadi Wibowo", "3319991405720001", "3319992210100001")),
        Bekal("Pindah ke", ("Meteseh, Tembalang, Kota Semarang", "Jl. Ngesrep 12 RT 4 RW 2")),
        Bekal("E-mail", ("siti@warga.example",)),
    ),
)
# What SIAK and the marriage book tell the officer, of Andi's new family and of Siti's child.
_KNOWN_TO_OFFICERS = (
    Bekal("KK baru", ("3319991402260001",)),
    Bekal("Nikah", ("14-02-2026",)),
    Bekal("NIK bayi", ("3319991401260007",)),
)
_EPOCH = 1_767_225_600  # 2026-01-01


def stage(kantor: Kantor, folder: Path, *, again: bool = False) -> Panggung:
    """Return the stage of the rehearsal; the pictures of papers are drawn into `folder`.

    `again`: the office remembers an earlier rehearsal, and those who were there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    officers = tuple(_officer(one, again) for one in kantor.daftar_petugas)
    owned = (
        (papers.BUDI, (BUDI.id,)),
        (papers.ANDI, (ANDI.id,)),
        (papers.SARIJAH, (SARIJAH.id,)),
        (papers.SITI, (SITI.id,)),
        (papers.PETUGAS, tuple(one.id for one in officers)),
    )
    return Panggung(
        warga=tuple(replace(one, mulai=again) for one in (BUDI, ANDI, SARIJAH, SITI)),
        petugas=officers,
        grup=Grup(kantor.telegram.admin, "Petugas Disdukcapil (contoh)"),
        contoh=tuple(paper.put(folder, owner) for sheets, owner in owned for paper in sheets),
        # Nobody sends ten messages a second, so this start's numbers are above the last one's.
        nomor_awal=int(time.time() - _EPOCH) * 10 if again else 1,
    )


def _officer(petugas: PetugasKantor, again: bool) -> Tokoh:
    return Tokoh(
        petugas.id,
        petugas.nama,
        f"{petugas.nama.lower()}_peraga",
        "kepala" if petugas.berperan(Peran.KEPALA) else "petugas",
        _KNOWN_TO_OFFICERS,
        mulai=again,
    )
