"""Who lives in the demo: eighteen invented families by hand; the rest is left to a seed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

KEPERCAYAAN = "KEPERCAYAAN TERHADAP TUHAN YME"


@dataclass(frozen=True)
class Orang:
    """One person as written below; `lain` overrides what the seed would choose."""

    nama: str
    kelamin: str
    lahir: str
    shdk: str
    lain: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Keluarga:
    """One family card: date of recording, address, village, and who stands on it."""

    dicatat: str
    alamat: str
    desa: str
    anggota: Sequence[Orang]
    kawin: str = ""
    agama: str = "ISLAM"


def kepala(nama: str, kelamin: str, lahir: str, **lain: str) -> Orang:
    """Return the head of a family."""
    return Orang(nama, kelamin, lahir, "KEPALA KELUARGA", lain)


def istri(nama: str, lahir: str, **lain: str) -> Orang:
    """Return a wife."""
    return Orang(nama, "P", lahir, "ISTRI", lain)


def anak(nama: str, kelamin: str, lahir: str, **lain: str) -> Orang:
    """Return a child."""
    return Orang(nama, kelamin, lahir, "ANAK", lain)


JANDA = {"status_perkawinan": "CERAI MATI"}
CERAI = {"status_perkawinan": "CERAI HIDUP TERCATAT"}
SIRI = {"status_perkawinan": "KAWIN BELUM TERCATAT"}

DAFTAR = (
    Keluarga(
        "01-08-2016",
        "JL. KENARI NO. 5",
        "33.19.07.2010",
        (
            kepala("BUDI SANTOSO", "L", "17-08-1990", pekerjaan="KARYAWAN SWASTA"),
            istri("SITI AMINAH", "21-04-1992", pekerjaan="GURU", pendidikan="DIPLOMA IV/STRATA I"),
            anak("RIZKY PRATAMA SANTOSO", "L", "03-02-2017"),
            anak("AISYAH PUTRI SANTOSO", "P", "14-01-2026"),
        ),
        kawin="12-06-2016",
    ),
    Keluarga(
        "15-03-2011",
        "DUKUH KRAJAN",
        "33.19.07.2004",
        (
            kepala("SUTRISNO", "L", "09-11-1968", pekerjaan="PETANI/PEKEBUN"),
            istri("KASMINAH", "30-06-1971"),
            anak("ANDI PRASETYO", "L", "12-03-2000", pekerjaan="KARYAWAN SWASTA"),
            anak("RATNA WULANDARI", "P", "25-12-2008"),
            Orang("SUMINAH", "P", "01-07-1943", "ORANG TUA", JANDA),
        ),
        kawin="20-05-1998",
    ),
    Keluarga(
        "22-10-2010",
        "PERUMAHAN GRIYA ASRI BLOK C NO. 12",
        "33.19.03.2006",
        (
            kepala("HADI WIBOWO", "L", "14-05-1972", pekerjaan="PERDAGANGAN"),
            istri("ENDANG SULISTYOWATI", "02-02-1975"),
            anak("DEWI LESTARI", "P", "05-09-2002", pendidikan="DIPLOMA IV/STRATA I"),
            anak("BAGUS WIBOWO", "L", "19-07-2012"),
        ),
        kawin="17-01-2001",
    ),
    Keluarga(
        "07-06-2012",
        "DUKUH SENDANG REJO GANG MASJID NO. 3",
        "33.19.08.2011",
        (
            kepala("MUHAMMAD SYAFI'I", "L", "10-10-1975", pekerjaan="PETANI/PEKEBUN"),
            istri("UMI KULSUM", "11-03-1978"),
            anak("AHMAD ZAINUDDIN", "L", "04-01-2001", pekerjaan="BURUH HARIAN LEPAS"),
            anak("FATIMAH AZZAHRA", "P", "23-08-2003"),
            anak("ABDUL GHOFUR", "L", "15-02-2006"),
            anak("KHOIRUN NISA", "P", "30-11-2008"),
            anak("MUHAMMAD ILHAM", "L", "09-05-2011"),
            anak("SITI MARIYAM", "P", "28-02-2014"),
            anak("UMAR FARUQ", "L", "17-06-2018"),
            Orang("SUKARTI", "P", "05-05-1950", "ORANG TUA", JANDA),
            Orang("MUKHLISIN", "L", "12-12-1980", "FAMILI", {"status_perkawinan": "BELUM KAWIN"}),
        ),
        kawin="02-09-1999",
    ),
    Keluarga(
        "19-09-2013",
        "JL. PANGERAN PUGER KOMPLEK PAKUWON INDAH BLOK AA NO. 127 B",
        "33.19.02.1009",
        (
            kepala(
                "RADEN MAS PANJI SURYOKUSUMO WIRATMOJO SASTRODININGRAT PUTERA",
                "L",
                "29-02-1980",
                pekerjaan="KARYAWAN BUMN",
                pendidikan="STRATA II",
            ),
            istri("RADEN AYU KUSUMANINGTYAS WIDYASTUTI PRABANDARI HADININGRUM", "08-08-1984"),
            anak("RADEN RORO ANINDYASWARI KINANTHI MAHARANI SASTRODININGRAT", "P", "01-10-2014"),
        ),
        kawin="10-10-2010",
    ),
    Keluarga(
        "03-03-2008",
        "DUKUH NGEMPLAK",
        "33.19.06.2001",
        (kepala("SARIJAH", "P", "01-07-1931", **JANDA, pekerjaan="BELUM/TIDAK BEKERJA"),),
    ),
    Keluarga(
        "27-04-2019",
        "JL. MAWAR NO. 21",
        "33.19.07.2002",
        (
            kepala("JOKO SUSILO", "L", "06-06-1986", pekerjaan="WIRASWASTA"),
            istri(
                "HANNA MARIE LINDQVIST",
                "13-12-1988",
                tempat_lahir="UPPSALA",
                agama="KRISTEN",
                kewarganegaraan="SWEDIA",
                paspor="X0099001",
                kitap="2D99XX0001-X",
                ayah="LARS LINDQVIST",
                ibu="KARIN LINDQVIST",
            ),
            anak("LINNEA AYU SUSILO", "P", "24-07-2020"),
        ),
        kawin="09-02-2019",
        agama="KRISTEN",
    ),
    Keluarga(
        "11-11-2021",
        "JL. MELATI NO. 8",
        "33.19.07.2005",
        (
            kepala(
                "KENJI MORITA",
                "L",
                "18-01-1979",
                tempat_lahir="OSAKA",
                kewarganegaraan="JEPANG",
                paspor="X0099002",
                kitap="2D99XX0002-X",
                pekerjaan="KARYAWAN SWASTA",
                ayah="HIROSHI MORITA",
                ibu="YUKO MORITA",
            ),
            istri("LILIS SURYANI", "16-09-1985"),
        ),
        kawin="05-05-2020",
    ),
    Keluarga(
        "14-02-2007",
        "DUKUH GONDANG",
        "33.19.05.2001",
        (kepala("PONIRAN", "L", "20-03-1962"), istri("TUMINI", "15-08-1966")),
        kawin="01-04-1988",
    ),
    Keluarga(
        "30-08-2022",
        "JL. SUNAN KUDUS GANG 2",
        "33.19.02.1001",
        (
            kepala("MARYATI", "P", "27-05-1987", **CERAI, tanggal_perkawinan="16-06-2021"),
            anak("GALIH SAPUTRA", "L", "11-09-2010"),
            anak("GITA SAFITRI", "P", "02-04-2013"),
        ),
    ),
    Keluarga(
        "12-01-2015",
        "JL. DIPONEGORO NO. 40",
        "33.19.02.2003",
        (
            kepala("YOHANES KRISTIAN NUGROHO", "L", "25-12-1978", pekerjaan="DOSEN"),
            istri("MARIA GORETTI RAHAYU", "06-07-1982"),
            anak("STEFANUS ADI NUGROHO", "L", "26-12-2009"),
            anak("THERESIA AYU NUGROHO", "P", "01-10-2015"),
        ),
        kawin="20-08-2008",
        agama="KATHOLIK",
    ),
    Keluarga(
        "08-05-2009",
        "JL. AHMAD YANI NO. 77",
        "33.19.02.1004",
        (
            kepala("LIE HOK TJIAN", "L", "09-09-1959", pekerjaan="PERDAGANGAN"),
            istri("TAN GIOK LAN", "19-10-1961"),
            anak("MELIANI LIE", "P", "07-03-1995", pekerjaan="AKUNTAN"),
        ),
        kawin="28-02-1990",
        agama="KHONGHUCU",
    ),
    Keluarga(
        "18-07-2017",
        "PERUMAHAN MURIA PERMAI NO. 19",
        "33.19.07.2008",
        (
            kepala("I WAYAN SUDIARTA", "L", "02-11-1983", tempat_lahir="GIANYAR"),
            istri("NI MADE SRI ARTINI", "14-04-1987", tempat_lahir="TABANAN"),
            anak("I PUTU BAYU SUDIARTA", "L", "22-06-2012"),
            anak("NI KADEK AYU SUDIARTI", "P", "13-01-2019"),
        ),
        kawin="11-11-2011",
        agama="HINDU",
    ),
    Keluarga(
        "06-10-2006",
        "DUKUH PULUTAN",
        "33.19.09.2001",
        (
            kepala("SUKIMAN", "L", "31-12-1955", pekerjaan="PETANI/PEKEBUN"),
            istri("LASMI", "10-01-1960"),
        ),
        kawin="07-07-1980",
        agama=KEPERCAYAAN,
    ),
    Keluarga(
        "21-12-2020",
        "DUKUH KARANGANYAR",
        "33.19.04.2001",
        (
            kepala("IMAM SETIAWAN", "L", "05-01-1994", **SIRI),
            istri("NURUL HIDAYAH", "29-09-1997", **SIRI),
            anak("ZAHRA NUR SETIAWAN", "P", "18-05-2021"),
        ),
        kawin="25-10-2020",
    ),
    Keluarga(
        "25-05-2018",
        "JL. KH. ASNAWI NO. 15",
        "33.19.01.2002",
        (
            kepala("NUR'AINI", "P", "08-03-1969", **JANDA, pekerjaan="PEDAGANG"),
            anak("HASAN BASRI", "L", "16-11-1998"),
            Orang("SULAIMAN EFENDI", "L", "03-06-2004", "LAINNYA"),
        ),
    ),
    Keluarga(
        "09-01-2024",
        "JL. BAKTI NO. 2",
        "33.19.07.2007",
        (
            kepala("FARHAN MAULANA", "L", "30-04-1998"),
            istri("INTAN PERMATASARI", "12-12-1999"),
            anak("ARKANA MAULANA", "L", "06-08-2026"),
            anak("ARSYILA MAULANA", "P", "06-08-2026"),
        ),
        kawin="17-12-2023",
    ),
    Keluarga(
        "16-06-2010",
        "JL. JEPARA KM. 4",
        "33.19.01.2001",
        (
            kepala(
                "H. AHMAD FAUZI, S.PD.",
                "L",
                "04-04-1966",
                pekerjaan="PENSIUNAN",
                pendidikan="DIPLOMA IV/STRATA I",
            ),
            istri("HJ. SRI MULYANI", "24-10-1969"),
            anak("LUTHFI FAUZAN", "L", "20-01-1999", pekerjaan="PERAWAT"),
            anak("NAILA RAHMAWATI", "P", "15-05-2005"),
        ),
        kawin="03-08-1994",
    ),
)
