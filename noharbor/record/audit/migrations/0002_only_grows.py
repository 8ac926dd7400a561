"""The database itself refuses to change or remove an entry of the audit log."""

from django.db import migrations

SQLITE = [
    """
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END
    """,
    """
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END
    """,
    # INSERT OR REPLACE removes the row in its way without firing the trigger above, so a taken sequence is refused here.
    """
    CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit_entry
    WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM audit_entry)
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END
    """,
]

SQLITE_BACK = [
    "DROP TRIGGER audit_no_update",
    "DROP TRIGGER audit_no_delete",
    "DROP TRIGGER audit_no_replace",
]

POSTGRESQL = [
    """
    CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$
    """,
    """
    CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_only_grows()
    """,
    """
    CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()
    """,
]

POSTGRESQL_BACK = [
    "DROP TRIGGER audit_no_truncate ON audit_entry",
    "DROP TRIGGER audit_no_change ON audit_entry",
    "DROP FUNCTION audit_only_grows()",
]


def run(statements_by_vendor):
    def operation(_apps, schema_editor):
        for statement in statements_by_vendor[schema_editor.connection.vendor]:
            schema_editor.execute(statement)

    return operation


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}),
        ),
    ]
