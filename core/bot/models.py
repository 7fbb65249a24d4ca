"""The tables of the Telegram room: cards, conversations, e-mail codes, moved groups."""

from tortoise import Model, fields
from tortoise.indexes import Index


class Kartu(Model):
    """A message of ours with buttons. A press counts only on the card as last drawn."""

    id = fields.UUIDField(primary_key=True)
    jenis = fields.CharField(max_length=16, description="tanya, grup, petugas or tegas")
    ruang = fields.CharField(max_length=64, description="keyed digest of the chat")
    chat = fields.BinaryField(description="sealed chat id")
    pesan_id = fields.BigIntField(null=True, description="message id, known once it was sent")
    permohonan_id = fields.UUIDField(null=True)
    revisi = fields.IntField(default=0)
    nonce = fields.CharField(max_length=8, default="")
    aktif = fields.BooleanField(default=True, description="its keyboard still stands")
    dibuat_at = fields.DatetimeField()

    class Meta:
        table = "kartu"
        indexes = (Index(fields=("ruang", "pesan_id")), Index(fields=("permohonan_id", "jenis")))


class Percakapan(Model):
    """A private chat that has pressed /start, and what it is about now."""

    ruang = fields.CharField(max_length=64, primary_key=True)
    chat = fields.BinaryField(description="sealed chat id")
    aktif = fields.UUIDField(null=True, description="the draft that typed words belong to")
    tanya = fields.UUIDField(null=True, description="the card of the last question")
    pilihan = fields.BinaryField(
        null=True, description="sealed labels and data of the last menu's buttons"
    )
    diblokir = fields.BooleanField(default=False)
    bahasa = fields.CharField(
        max_length=8,
        default="",
        db_default="",
        description="code of the language, empty for Indonesian",
    )
    tanpa = fields.CharField(
        max_length=64,
        default="",
        db_default="",
        description="notices that are switched off, commas between",
    )
    mulai_at = fields.DatetimeField()

    class Meta:
        table = "percakapan"


class GrupPindah(Model):
    """A group that Telegram made a supergroup: the id it had, and the id it has."""

    ruang = fields.CharField(
        max_length=64, primary_key=True, description="keyed digest of the first id"
    )
    kini = fields.CharField(max_length=64, description="keyed digest of the present id")
    chat = fields.BinaryField(description="sealed present id")
    pindah_at = fields.DatetimeField()

    class Meta:
        table = "grup_pindah"
        indexes = (Index(fields=("kini",)),)


class KodeSurel(Model):
    """One six-digit code that was sent: keyed digests only, no code and no address."""

    id = fields.UUIDField(primary_key=True)
    ruang = fields.CharField(max_length=64, description="keyed digest of the chat")
    alamat = fields.CharField(max_length=64, description="keyed digest of the address")
    sidik = fields.CharField(max_length=64, description="keyed digest of the code")
    percobaan = fields.IntField(default=0)
    terpakai = fields.BooleanField(default=False)
    dikirim_at = fields.DatetimeField()

    class Meta:
        table = "kode_surel"
        indexes = (Index(fields=("ruang",)), Index(fields=("alamat",)))
