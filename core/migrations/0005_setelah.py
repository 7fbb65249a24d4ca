"""Reminders of what lies unfinished, and what citizens think of a service once they were served."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0004_janji")]

    operations = [
        ops.AddField(
            model_name="Permohonan",
            name="diingatkan_at",
            field=fields.DatetimeField(
                null=True,
                description="when the clock reminded of what is unfinished",
                auto_now=False,
                auto_now_add=False,
            ),
        ),
        ops.AddIndex(model_name="Permohonan", index=Index(fields=["diputus_at"])),
        ops.CreateModel(
            name="Penilaian",
            fields=[
                (
                    "id",
                    fields.UUIDField(
                        primary_key=True, unique=True, db_index=True, description="the case"
                    ),
                ),
                ("layanan", fields.CharField(max_length=40)),
                (
                    "warga",
                    fields.CharField(description="keyed digest of the chat", max_length=64),
                ),
                ("nilai", fields.IntField(null=True, description="1 to 4")),
                ("komentar", fields.BinaryField(null=True, description="sealed comment")),
                ("ditanya_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "dinilai_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                (
                    "ditutup_at",
                    fields.DatetimeField(
                        null=True,
                        description="from then on no comment is waited for",
                        auto_now=False,
                        auto_now_add=False,
                    ),
                ),
            ],
            options={
                "table": "penilaian",
                "app": "adminduk",
                "indexes": [Index(fields=["warga"]), Index(fields=["dinilai_at"])],
                "pk_attr": "id",
                "table_description": "What a citizen thought of one case: asked once, answered at most once.",
            },
            bases=["Model"],
        ),
    ]
