"""Tables of what is issued and how it is handed over. Nothing in them is a citizen's data.

A partial index ``tautan(dokumen_id) WHERE status = 'aktif'``, unique, belongs to the migration."""

from enum import StrEnum
from uuid import UUID

from tortoise import Model, fields
from tortoise.indexes import Index


class StatusDokumen(StrEnum):
    """How far the making of a document has come."""

    DISIAPKAN = "disiapkan"
    TERSIMPAN = "tersimpan"
    TERBIT = "terbit"
    DICABUT = "dicabut"


class StatusTautan(StrEnum):
    """What has become of a link."""

    AKTIF = "aktif"
    DIGANTI = "diganti"
    DICABUT = "dicabut"
    KEDALUWARSA = "kedaluwarsa"
    TERKUNCI = "terkunci"


class Dokumen(Model):
    """One signed file that the office issued."""

    id = fields.UUIDField(primary_key=True)
    jenis = fields.CharField(max_length=24)
    nama_berkas = fields.CharField(max_length=80, description="what the citizen's file is called")
    status = fields.CharField(max_length=16, default=StatusDokumen.DISIAPKAN.value)
    kunci_arsip = fields.BinaryField(null=True, description="document key, for the archive key")
    persiapan = fields.BinaryField(null=True, description="token and password, sealed, erased")
    sha256 = fields.CharField(max_length=64, null=True, description="of the signed file")
    ukuran = fields.IntField(null=True)
    verifikasi_hash = fields.CharField(max_length=64, unique=True, null=True)
    resmi = fields.BooleanField(default=False, description="signed to a root of production")
    disiapkan_at = fields.DatetimeField()
    disimpan_at = fields.DatetimeField(null=True)

    daftar_tautan: fields.ReverseRelation["Tautan"]

    class Meta:
        table = "dokumen"


class Tautan(Model):
    """One link to a document. The wrap opens with the token and the password only."""

    id = fields.UUIDField(primary_key=True)
    dokumen_id: UUID
    dokumen: fields.ForeignKeyRelation[Dokumen] = fields.ForeignKeyField(
        "adminduk.Dokumen", related_name="daftar_tautan", on_delete=fields.RESTRICT
    )
    generasi = fields.IntField()
    token_hash = fields.CharField(max_length=64, unique=True)
    garam = fields.BinaryField()
    bungkus = fields.BinaryField(null=True, description="wrapped document key, erased at the end")
    status = fields.CharField(max_length=16, default=StatusTautan.AKTIF.value)
    berlaku_sampai = fields.DatetimeField()
    gagal_total = fields.IntField(default=0)
    sesi = fields.IntField(default=0, description="how often the password was right")
    terbit_at = fields.DatetimeField()
    dibuka_at = fields.DatetimeField(null=True)
    diunduh_at = fields.DatetimeField(null=True)

    class Meta:
        table = "tautan"
        unique_together = (("dokumen", "generasi"),)
        indexes = (Index(fields=("status", "berlaku_sampai")),)


class KodeLoket(Model):
    """A single-use code with which the office prints a document at its own counter."""

    id = fields.UUIDField(primary_key=True)
    dokumen_id: UUID
    dokumen: fields.ForeignKeyRelation[Dokumen] = fields.ForeignKeyField(
        "adminduk.Dokumen", related_name="daftar_kode_loket", on_delete=fields.RESTRICT
    )
    kode_hash = fields.CharField(max_length=64, unique=True, description="keyed digest")
    garam = fields.BinaryField()
    bungkus = fields.BinaryField(null=True, description="wrapped document key, erased at use")
    berlaku_sampai = fields.DatetimeField()
    dipakai_at = fields.DatetimeField(null=True)

    class Meta:
        table = "kode_loket"
        indexes = (Index(fields=("berlaku_sampai",)),)


class Tiket(Model):
    """Fifteen minutes in which a file may be fetched, also by a download manager."""

    id = fields.UUIDField(primary_key=True)
    tiket_hash = fields.CharField(max_length=64, unique=True)
    dokumen: fields.ForeignKeyRelation[Dokumen] = fields.ForeignKeyField(
        "adminduk.Dokumen", related_name="daftar_tiket", on_delete=fields.RESTRICT
    )
    tautan: fields.ForeignKeyNullableRelation[Tautan] = fields.ForeignKeyField(
        "adminduk.Tautan",
        related_name="daftar_tiket",
        null=True,
        on_delete=fields.RESTRICT,
        description="empty: opened at the counter",
    )
    bungkus = fields.BinaryField(description="document key under the ticket")
    berlaku_sampai = fields.DatetimeField()
    kali = fields.IntField(default=0, description="how often the file was asked for")
    terkirim = fields.IntField(default=0, description="bytes sent without a gap from the start")
    selesai_at = fields.DatetimeField(null=True)

    class Meta:
        table = "tiket"
        indexes = (Index(fields=("berlaku_sampai",)),)


class Percobaan(Model):
    """Counted failures at one door from one address, both under a keyed digest."""

    id = fields.UUIDField(primary_key=True)
    kunci = fields.CharField(max_length=64, unique=True)
    jendela_mulai = fields.DatetimeField()
    gagal = fields.IntField(default=0)
    terkunci_sampai = fields.DatetimeField(null=True)

    class Meta:
        table = "percobaan"
        indexes = (Index(fields=("jendela_mulai",)),)
