"""The table of desks."""

from tortoise import Model, fields


class Meja(Model):
    """One officer's desk. What he is writing is sealed."""

    petugas = fields.BigIntField(primary_key=True, generated=False)
    permohonan_id = fields.UUIDField(null=True)
    langkah = fields.CharField(max_length=16, default="")
    isi = fields.BinaryField(null=True, description="sealed working state")
    diubah_at = fields.DatetimeField()

    class Meta:
        table = "meja"
