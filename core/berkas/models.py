"""The table of papers. The paper itself is a sealed blob; here stands nothing that can be read."""

from tortoise import Model, fields
from tortoise.indexes import Index


class Berkas(Model):
    """A paper that a citizen sent for one question of one case."""

    id = fields.UUIDField(primary_key=True)
    permohonan_id = fields.UUIDField(null=True, description="the case, once there is one")
    jalur = fields.CharField(max_length=120, description="the question it answers, as a path")
    mime = fields.CharField(max_length=40)
    ukuran = fields.IntField(description="bytes")
    lebar = fields.IntField(default=0)
    tinggi = fields.IntField(default=0)
    halaman = fields.IntField(default=1)
    sidik = fields.CharField(max_length=64, description="keyed digest of the content")
    dibuat_at = fields.DatetimeField()
    dibuang_at = fields.DatetimeField(null=True, description="nobody may open it any more")
    dihapus_at = fields.DatetimeField(null=True, description="the blob is gone")

    class Meta:
        table = "berkas"
        indexes = (Index(fields=("permohonan_id",)), Index(fields=("dibuang_at",)))
