"""Appointments at the counter, for services that are given in person."""

from uuid import uuid4

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0003_grup_pindah")]

    operations = [
        ops.CreateModel(
            name="Janji",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("permohonan_id", fields.UUIDField(description="the case")),
                ("mulai_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "selesai_at",
                    fields.DatetimeField(
                        description="until then the place is held",
                        auto_now=False,
                        auto_now_add=False,
                    ),
                ),
                (
                    "tempat",
                    fields.IntField(
                        null=True, description="number of the place, empty once given back"
                    ),
                ),
                ("keadaan", fields.CharField(max_length=16)),
                (
                    "diingatkan_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("dibuat_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("diubah_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "janji",
                "app": "adminduk",
                "unique_together": (("mulai_at", "tempat"),),
                "indexes": [
                    Index(fields=["permohonan_id"]),
                    Index(fields=["keadaan", "mulai_at"]),
                ],
                "pk_attr": "id",
                "table_description": "One appointment: a case holds one place at the counter from one moment to another.",
            },
            bases=["Model"],
        ),
    ]
