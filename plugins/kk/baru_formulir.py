"""The whole form of a new family's card: what is asked, and the statement that is made of it."""

from typing import Annotated

from core.api import F, Surat, Tanya, jenis
from plugins.kk.baru_isian import KeluargaBaru
from plugins.kk.surat import unrecorded_marriage


class KKBaru(KeluargaBaru):
    """What the applicant is asked (Perpres 96/2018 Pasal 11; SE Dirjen 470/13287).

    Who has no proof of marriage signs a statement (Permendagri 108/2019 Pasal 10 ayat (2)); it is
    asked last, made of what is known by then.
    """

    sptjm: Annotated[
        jenis.Foto | None,
        Tanya(
            "Foto SPTJM perkawinan belum tercatat (F-1.05) yang sudah ditandatangani",
            bantuan=(
                "Cetak suratnya, lengkapi titik-titiknya, tanda tangani di atas meterai bersama "
                "kedua saksi, lalu kirim fotonya."
            ),
            bila=~F.bukti_nikah.terisi,
            label="SPTJM F-1.05",
            surat=Surat(
                "sptjm.html", isi=unrecorded_marriage, nama="SPTJM Perkawinan Belum Tercatat"
            ),
        ),
    ] = None
