"""The tables of the ground: what came in, what must go out, and what happened."""

from tortoise import Model, fields
from tortoise.indexes import Index


class Inbox(Model):
    """One update from Telegram, stored before it is confirmed. The body is sealed."""

    id = fields.UUIDField(primary_key=True)
    update_id = fields.BigIntField()
    sidik = fields.CharField(max_length=64, description="keyed digest of the body")
    jalur = fields.CharField(max_length=64, description="lane: updates of one chat stay in order")
    muatan = fields.BinaryField(null=True, description="sealed body, erased when handled")
    keadaan = fields.CharField(max_length=16, description="baru, selesai or disisihkan")
    percobaan = fields.IntField(default=0)
    diterima_at = fields.DatetimeField()

    class Meta:
        table = "inbox"
        # A known id with another body is a new update: Telegram may restart its ids.
        unique_together = (("update_id", "sidik"),)
        indexes = (Index(fields=("keadaan", "id")),)


class Outbox(Model):
    """One message that must leave: to a chat, to a mailbox, or a notice that the bot words."""

    id = fields.UUIDField(primary_key=True)
    jenis = fields.CharField(max_length=16, description="telegram, email or peristiwa")
    jalur = fields.CharField(
        max_length=80, description="lane: messages of one lane leave in order"
    )
    kunci = fields.CharField(max_length=160, unique=True, description="the same key is sent once")
    muatan = fields.BinaryField(null=True, description="sealed payload, erased when it is settled")
    kartu_id = fields.UUIDField(null=True, description="the card this message draws or edits")
    subjek = fields.UUIDField(null=True, description="the case it belongs to")
    keadaan = fields.CharField(max_length=16, description="see outbox.KeadaanKeluar")
    percobaan = fields.IntField(default=0)
    mulai_at = fields.DatetimeField(description="not before this instant")
    sebab = fields.CharField(max_length=120, default="", description="class of the last failure")
    selesai_at = fields.DatetimeField(null=True)

    class Meta:
        table = "outbox"
        indexes = (
            Index(fields=("jenis", "keadaan", "id")),
            Index(fields=("jalur", "keadaan", "id")),
            Index(fields=("subjek",)),
        )


class Riwayat(Model):
    """One line of the history: append-only, chained by hash, without personal data."""

    urut = fields.BigIntField(primary_key=True, generated=False)
    waktu = fields.DatetimeField()
    aksi = fields.CharField(max_length=40)
    subjek = fields.UUIDField()
    pelaku = fields.CharField(max_length=80)
    rincian = fields.TextField(description="canonical JSON of ids, codes and numbers")
    sebelum = fields.CharField(max_length=64)
    sidik = fields.CharField(max_length=64)

    class Meta:
        table = "riwayat"
        indexes = (Index(fields=("subjek",)),)
