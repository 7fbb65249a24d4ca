"""What an officer reads about the photos of a case."""

from collections.abc import Mapping

from core.citra import Cacat

HALAMAN = "{label}, halaman {nomor} dari {banyak}"
BERTANDA = "{judul} (⚠️ diterima setelah 3 kali dicoba: {cacat})"
CACAT: Mapping[Cacat, str] = {
    Cacat.SAMA: "sama dengan foto lain",
    Cacat.KECIL: "terlalu kecil",
    Cacat.POLOS: "tidak tampak tulisan",
    Cacat.GELAP: "gelap",
    Cacat.BERBINTIK: "penuh bintik",
    Cacat.KABUR: "kabur",
    Cacat.SILAU: "silau",
    Cacat.TERPOTONG: "tepinya terpotong",
}
