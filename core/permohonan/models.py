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

    class Meta:
        table = "permohonan"
        indexes = (Index(fields=("warga", "status")), Index(fields=("status", "diajukan_at")))


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
