"""What the buttons of the last menu say, so that they can also be chosen by typing."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0007_bahasa")]

    operations = [
        ops.AddField(
            model_name="Percakapan",
            name="pilihan",
            field=fields.BinaryField(
                null=True, description="sealed labels and data of the last menu's buttons"
            ),
        ),
    ]
