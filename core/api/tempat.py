"""One area as a page and a person read it: the names of all levels down to its own."""

from dataclasses import dataclass

_SINGKAT = {
    "Kelurahan": "Kel.",
    "Kabupaten": "Kab.",
    "Kabupaten Administrasi": "Kab. Adm.",
    "Kota Administrasi": "Kota Adm.",
}


@dataclass(frozen=True)
class Tempat:
    """An area of the country (Permendagri 58/2021). Levels below its own are empty texts.

    Names are bare, as the decree spells them ("Kudus"); their kinds stand beside them.
    """

    kode: str
    """Dotted: 33.19.01.2003, 33.19.01, 33.19 or 33."""
    provinsi: str
    kabupaten: str = ""
    kecamatan: str = ""
    desa: str = ""
    jenis_kabupaten: str = "Kabupaten"
    """Kabupaten, Kota, Kabupaten Administrasi or Kota Administrasi."""
    jenis_desa: str = "Desa"
    """Desa, Kelurahan or Desa Adat."""
    kode_pos: str = ""
    """Approximate, villages only; empty when not known."""

    @property
    def alamat(self) -> str:
        """All levels on one line: "Desa Bae, Kec. Bae, Kab. Kudus, Jawa Tengah"."""
        kecamatan = f"Kec. {self.kecamatan}" if self.kecamatan else ""
        bagian = (self._desa, kecamatan, self._kabupaten, self.provinsi)
        return ", ".join(satu for satu in bagian if satu)

    @property
    def singkat(self) -> str:
        """Short enough for a button: "Bae, Bae, Kab. Kudus"; a kabupaten with its province."""
        if not self.desa:
            return self.alamat
        return f"{self.desa}, {self.kecamatan}, {self._kabupaten}"

    @property
    def kabupaten_kota(self) -> str:
        """The kabupaten or kota with its kind in full: "Kabupaten Kudus", "Kota Semarang"."""
        return f"{self.jenis_kabupaten} {self.kabupaten}" if self.kabupaten else ""

    @property
    def _kabupaten(self) -> str:
        return _called(self.jenis_kabupaten, self.kabupaten)

    @property
    def _desa(self) -> str:
        return _called(self.jenis_desa, self.desa)


def _called(jenis: str, nama: str) -> str:
    """Put the short form of a kind before a name, unless the decree itself writes it there."""
    singkat = _SINGKAT.get(jenis, jenis)
    return nama if not nama or nama.startswith(f"{singkat} ") else f"{singkat} {nama}"
