"""Where a group went that Telegram made a supergroup."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0002_riwayat_append_only")]

    operations = [
        ops.CreateModel(
            name="GrupPindah",
            fields=[
                (
                    "ruang",
                    fields.CharField(
                        primary_key=True,
                        unique=True,
                        db_index=True,
                        max_length=64,
                        description="keyed digest of the first id",
                    ),
                ),
                (
                    "kini",
                    fields.CharField(description="keyed digest of the present id", max_length=64),
                ),
                ("chat", fields.BinaryField(description="sealed present id")),
                ("pindah_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "grup_pindah",
                "app": "adminduk",
                "indexes": [Index(fields=["kini"])],
                "pk_attr": "ruang",
                "table_description": "A group that Telegram made a supergroup: the id it had, and the id it has.",
            },
            bases=["Model"],
        ),
    ]
