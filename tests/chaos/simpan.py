"""A program for strace: stores one signed file as `kerja` does, and commits that it is stored.

Arguments: a folder with keys and a migrated database, and the document's id.
"""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from core.app.models import MODELS
from core.store import Database, opened
from delivery.penerbit import Penerbit
from vault import Blobs, KunciKerja, Stretcher

SIGNED = b"%PDF-1.7 a signed file\n" * 4000


async def main(folder: Path, dokumen: UUID) -> None:
    """Store it."""
    stretcher = Stretcher()
    async with opened(Database(f"sqlite:{folder / 'adminduk.sqlite3'}", MODELS)):
        penerbit = Penerbit(
            KunciKerja.load(folder / "kunci" / "kerja"),
            Blobs(folder / "berkas"),
            stretcher,
            lambda: datetime.now(UTC),
            base_url="http://127.0.0.1",
        )
        await penerbit.prepare(dokumen, jenis="contoh", nama_berkas="Contoh")
        await penerbit.store(dokumen, SIGNED)
    stretcher.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), UUID(sys.argv[2])))
