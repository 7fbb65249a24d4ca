"""The notices that a citizen has switched off."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0008_ketik")]

    operations = [
        ops.AddField(
            model_name="Percakapan",
            name="tanpa",
            field=fields.CharField(
                default="",
                db_default="",
                description="notices that are switched off, commas between",
                max_length=64,
            ),
        ),
    ]
