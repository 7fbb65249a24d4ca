"""Tells the operator what a backup or a restore has done, and what he must know now."""

from core.app import audit
from core.app.backup import HasilCadangan
from core.app.backup_format import Manifes
from core.app.backup_restore import DOUBT, HasilPemulihan


def of_backup(hasil: HasilCadangan) -> list[str]:
    """Return the lines after a backup."""
    said = [
        f"Cadangan selesai: {_figures(hasil.manifes)}, {hasil.detik:.1f} detik.",
        f"SHA-256 manifes: {hasil.sha256}",
        "Kunci tidak ikut dicadangkan: tanpa folder kunci cadangan ini tidak dapat dibuka.",
    ]
    if hasil.manifes.terhapus:
        said.append(f"{hasil.manifes.terhapus} berkas dibuang selama pencadangan; itu wajar.")
    return said


def of_restore(hasil: HasilPemulihan) -> list[str]:
    """Return the lines after a restore."""
    made = hasil.manifes.dibuat_at
    said = [
        f"Pemulihan selesai: {_figures(hasil.manifes)}, {hasil.detik:.1f} detik.",
        f"Keadaan kantor: {made:%Y-%m-%d %H.%M.%S} UTC.",
        "Yang terjadi sesudahnya tidak kembali: baca docs/backup.md.",
    ]
    if hasil.ragu:
        minutes = DOUBT.total_seconds() / 60
        said.append(
            f"{hasil.ragu} e-mail mungkin sudah terkirim setelah pencadangan: ditahan "
            f"{minutes:.0f} menit, lalu dikirim sekali lagi bila tautannya belum dibuka."
        )
    said.append(audit.line(hasil.riwayat))
    return said


def _figures(manifes: Manifes) -> str:
    return (
        f"{len(manifes.tabel)} tabel, {manifes.baris} baris, {manifes.jumlah_berkas} berkas, "
        f"{manifes.bita / 1_000_000:.1f} MB"
    )
