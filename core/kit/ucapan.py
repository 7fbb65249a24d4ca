"""Things people type: right, nearly right, wrong, and hostile."""

from collections.abc import Sequence

from core.kit.walk import KODE

UCAPAN: Sequence[str] = (
    "BUDI SANTOSO", "siti aminah", "3319991708900001", "3319 9917 0890 0002", "331999170890000",
    "17-8-1990", "17 Agustus 1990", "31-2-2000", "Jl. Kenari 5 RT 02 RW 03 Desa Bae", "2/5", "Bae",
    "1", "2", "3", "99", "ya", "tidak", "budi@gmail.com", "budi@gmial.com", KODE, "000000",
    "081234567890", "-", "?", "", "   ", "kembali", "lewati", "batal", "bantuan", "selesai",
    "<b>&amp;</b>", "{kalimat}", "{0}", "%s", "x" * 4000, "NIK: 3319991708900003\nNama: ANI",
    "a:b\nc:d", "Nomor KK: 3319990108160001", "\u202eabc", "\x00", "\ud800", "\u738b",
    "\U0001f642",
    "Kudus", "A", "O+", "islam", "tani", "12345", "nama:\n" * 50, "No\tNama\n1\tBUDI",
)  # fmt: skip
