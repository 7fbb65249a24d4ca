"""The history may only grow: the database itself refuses to change or remove a line.

SECURITY.md 16. Not RunSQL: Tortoise cuts SQLite's statements at every `;`, also inside a trigger.
"""

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state_apps import StateApps

REFUSED = "riwayat is append-only"

# REPLACE would remove a line without firing the trigger on DELETE, hence the third.
SQLITE_EVENTS = {
    "riwayat_tanpa_ubah": "UPDATE ON riwayat",
    "riwayat_tanpa_hapus": "DELETE ON riwayat",
    "riwayat_tanpa_ganti": (
        "INSERT ON riwayat WHEN EXISTS (SELECT 1 FROM riwayat WHERE urut = NEW.urut)"
    ),
}
SQLITE = tuple(
    f"CREATE TRIGGER {name} BEFORE {event} BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    for name, event in SQLITE_EVENTS.items()
)
SQLITE_BACK = tuple(f"DROP TRIGGER {name}" for name in SQLITE_EVENTS)

POSTGRES_FUNCTION = f"""
CREATE FUNCTION riwayat_tetap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'restrict_violation';
END $$
"""
POSTGRES_TRIGGER = """
CREATE TRIGGER riwayat_tetap BEFORE UPDATE OR DELETE OR TRUNCATE ON riwayat
FOR EACH STATEMENT EXECUTE FUNCTION riwayat_tetap()
"""
# ALWAYS: also for a session that says it replays a replica.
POSTGRES_ALWAYS = "ALTER TABLE riwayat ENABLE ALWAYS TRIGGER riwayat_tetap"
POSTGRES = (POSTGRES_FUNCTION, POSTGRES_TRIGGER, POSTGRES_ALWAYS)
POSTGRES_BACK = ("DROP TRIGGER riwayat_tetap ON riwayat", "DROP FUNCTION riwayat_tetap()")


async def lock(apps: StateApps, editor: BaseSchemaEditor) -> None:
    """Create the triggers of this database's dialect."""
    await _run(editor, sqlite=SQLITE, postgres=POSTGRES)


async def unlock(apps: StateApps, editor: BaseSchemaEditor) -> None:
    """Remove them again."""
    await _run(editor, sqlite=SQLITE_BACK, postgres=POSTGRES_BACK)


async def _run(
    editor: BaseSchemaEditor, *, sqlite: tuple[str, ...], postgres: tuple[str, ...]
) -> None:
    chosen = {"sqlite": sqlite, "postgres": postgres}
    for statement in chosen[editor.client.capabilities.dialect]:
        await editor.client.execute_query(statement)


class Migration(migrations.Migration):
    dependencies = [("adminduk", "0001_initial")]

    operations = [ops.RunPython(lock, unlock)]
