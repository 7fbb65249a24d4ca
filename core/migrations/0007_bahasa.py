"""The language in which a citizen is spoken to."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0006_pratinjau")]

    operations = [
        ops.AddField(
            model_name="Percakapan",
            name="bahasa",
            field=fields.CharField(
                default="",
                db_default="",
                description="code of the language, empty for Indonesian",
                max_length=8,
            ),
        ),
    ]
