"""The applicant's look at an approved document before it is signed."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0005_setelah")]

    operations = [
        ops.AddField(
            model_name="Permohonan",
            name="pratinjau",
            field=fields.CharField(
                default="",
                db_default="",
                description="where the applicant's look before signing stands",
                max_length=16,
            ),
        ),
        ops.AddField(
            model_name="Permohonan",
            name="pratinjau_kali",
            field=fields.IntField(
                default=0, db_default=0, description="how often it was shown to him"
            ),
        ),
        ops.AddField(
            model_name="Permohonan",
            name="pratinjau_batas_at",
            field=fields.DatetimeField(
                null=True,
                description="then it goes on without",
                auto_now=False,
                auto_now_add=False,
            ),
        ),
        ops.AddField(
            model_name="Permohonan",
            name="sanggahan",
            field=fields.BinaryField(null=True, description="sealed: what he says is wrong"),
        ),
    ]
