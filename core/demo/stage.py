"""Who is on the stage: fictional citizens, the sample office's officers, pictures of papers."""

from pathlib import Path

from core.demo.pictures import draw_paper
from core.kantor import Kantor
from sandbox import Contoh, Grup, Panggung, Tokoh

# Names as in offices/contoh_penduduk.csv, so that what they type is found in the registry.
BUDI = Tokoh(610000001, "Budi Santoso", "budi_peraga", "warga: KK hilang")
ANDI = Tokoh(610000002, "Andi Prasetyo", "andi_peraga", "warga: KK baru")
SARIJAH = Tokoh(610000003, "Sarijah", "sarijah_peraga", "warga: tidak punya e-mail")

PAPERS = (
    ("KTP-el", "KARTU TANDA PENDUDUK", "NIK 3319991708900001", "BUDI SANTOSO"),
    ("Surat kehilangan", "SURAT KETERANGAN KEHILANGAN", "Kartu Keluarga", "BUDI SANTOSO"),
    ("KK lama", "KARTU KELUARGA", "No. 3319991503110001", "ANDI PRASETYO"),
    ("Buku nikah", "BUKU NIKAH", "ANDI PRASETYO", "DEWI LESTARI"),
)


def stage(kantor: Kantor, folder: Path) -> Panggung:
    """Return the stage of the rehearsal; the pictures of papers are drawn into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    samples = []
    for number, (label, *lines) in enumerate(PAPERS, 1):
        path = folder / f"contoh-{number}.jpg"
        path.write_bytes(draw_paper(lines))
        samples.append(Contoh(label, path))
    return Panggung(
        warga=(BUDI, ANDI, SARIJAH),
        petugas=tuple(
            Tokoh(one.id, one.nama, f"{one.nama.lower()}_peraga", "petugas")
            for one in kantor.daftar_petugas
        ),
        grup=Grup(kantor.telegram.admin, "Petugas Disdukcapil (contoh)"),
        contoh=tuple(samples),
    )
