"""The table of appointments. It names a case and a place, and nobody."""

from tortoise import Model, fields
from tortoise.indexes import Index


class Janji(Model):
    """One appointment: a case holds one place at the counter from one moment to another."""

    id = fields.UUIDField(primary_key=True)
    permohonan_id = fields.UUIDField(description="the case")
    mulai_at = fields.DatetimeField()
    selesai_at = fields.DatetimeField(description="until then the place is held")
    tempat = fields.IntField(null=True, description="number of the place, empty once given back")
    keadaan = fields.CharField(max_length=16)
    diingatkan_at = fields.DatetimeField(null=True)
    dibuat_at = fields.DatetimeField()
    diubah_at = fields.DatetimeField()

    class Meta:
        table = "janji"
        # Places that were given back are empty, and empty values never meet in a unique key.
        unique_together = (("mulai_at", "tempat"),)
        indexes = (Index(fields=("permohonan_id",)), Index(fields=("keadaan", "mulai_at")))
