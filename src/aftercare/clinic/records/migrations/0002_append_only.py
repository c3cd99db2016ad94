"""Triggers that keep the evidence log from being changed, whoever asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("records_logentry", "records_lognode", "records_loghead")
WORDS = "The evidence log only grows."


def names() -> list[tuple[str, str, str]]:
    """Give each trigger's name, table and what it refuses."""
    return [(f"{t}_no_{v.lower()}", t, v) for t in TABLES for v in ("UPDATE", "DELETE")]


def sqlite() -> list[str]:
    """Give the triggers for SQLite."""
    return [
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        for name, table, verb in names()
    ]


def postgresql() -> list[str]:
    """Give the triggers for PostgreSQL, and the function that they call."""
    refuse = (
        "CREATE FUNCTION records_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WORDS}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    return [refuse] + [
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION records_only_grows()"
        for name, table, verb in names()
    ]


def lay(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the triggers."""
    del apps
    made = {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]()
    for statement in made:
        editor.execute(statement)


def lift(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take them away again."""
    del apps
    for name, table, _ in names():
        on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER {name}{on}")
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION records_only_grows()")


class Migration(migrations.Migration):
    """Lay them once the tables are there."""

    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(lay, lift)]
