"""The tables of cases. What a citizen told us is sealed; what the queue needs is in the clear."""

from uuid import UUID

from tortoise import Model, fields
from tortoise.indexes import Index


class Permohonan(Model):
    """One case: a draft from the first answer on, a filed case from the submission on."""

    id = fields.UUIDField(primary_key=True)
    nomor = fields.CharField(max_length=32, unique=True, null=True)
    layanan = fields.CharField(max_length=40)
    versi = fields.IntField()
    status = fields.CharField(max_length=24)
    revisi = fields.IntField(
        default=0, description="every change counts one up, changes compare it"
    )
    warga = fields.CharField(max_length=64, description="keyed digest of the chat")
    chat = fields.BinaryField(description="sealed Telegram chat id")
    desa = fields.CharField(max_length=16, default="")
    isian = fields.BinaryField(description="sealed draft of the dialog")
    persetujuan = fields.CharField(max_length=16, description="version of the privacy notice")
    petugas = fields.BigIntField(null=True, description="who holds the case now")
    periksa = fields.CharField(max_length=400, default="", description="ticked checklist codes")
    putusan = fields.BinaryField(null=True, description="sealed: officer's form, reason, notes")
    dibuat_at = fields.DatetimeField()
    diubah_at = fields.DatetimeField()
    diajukan_at = fields.DatetimeField(null=True)
    batas_at = fields.DatetimeField(null=True)
    diputus_at = fields.DatetimeField(null=True)
    pratinjau = fields.CharField(
        max_length=16,
        default="",
        db_default="",
        description="where the applicant's look before signing stands",
    )
    pratinjau_kali = fields.IntField(
        default=0, db_default=0, description="how often it was shown to him"
    )
    pratinjau_batas_at = fields.DatetimeField(null=True, description="then it goes on without")
    sanggahan = fields.BinaryField(null=True, description="sealed: what he says is wrong")
    diingatkan_at = fields.DatetimeField(
        null=True, description="when the clock reminded of what is unfinished"
    )

    class Meta:
        table = "permohonan"
        indexes = (
            Index(fields=("warga", "status")),
            Index(fields=("status", "diajukan_at")),
            Index(fields=("diputus_at",)),
        )


class Produk(Model):
    """One document or card that a case brings forth, with its own way out."""

    id = fields.UUIDField(primary_key=True)
    permohonan_id: UUID
    permohonan: fields.ForeignKeyRelation[Permohonan] = fields.ForeignKeyField(
        "adminduk.Permohonan", related_name="produk", on_delete=fields.RESTRICT
    )
    urutan = fields.IntField()
    jenis = fields.CharField(max_length=24)
    nama = fields.CharField(max_length=60)
    status = fields.CharField(max_length=24)
    jalan = fields.CharField(max_length=16)
    alamat = fields.BinaryField(null=True, description="sealed e-mail address")
    dokumen_id = fields.UUIDField(null=True, unique=True)
    penerima = fields.BinaryField(null=True, description="sealed identity of who collected it")
    diubah_at = fields.DatetimeField()

    class Meta:
        table = "produk"
        unique_together = (("permohonan", "urutan"),)


class Penilaian(Model):
    """What a citizen thought of one case: asked once, answered at most once."""

    id = fields.UUIDField(primary_key=True, description="the case")
    layanan = fields.CharField(max_length=40)
    warga = fields.CharField(max_length=64, description="keyed digest of the chat")
    nilai = fields.IntField(null=True, description="1 to 4")
    komentar = fields.BinaryField(null=True, description="sealed comment")
    ditanya_at = fields.DatetimeField()
    dinilai_at = fields.DatetimeField(null=True)
    ditutup_at = fields.DatetimeField(
        null=True, description="from then on no comment is waited for"
    )

    class Meta:
        table = "penilaian"
        indexes = (Index(fields=("warga",)), Index(fields=("dinilai_at",)))
