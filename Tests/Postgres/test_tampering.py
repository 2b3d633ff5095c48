"""A ledger on a server tampered with by a superuser, whom no trigger and no privilege holds back:
`audit verify` finds each change, and names the position or what was changed.

The changes to events and to what stands beside them are those that are made to a file, in
`Tests/Acceptance/test_tampering.py`.

Reads the program's path from $ACQUIS.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import tempfile
import unittest

from shared import ACCEPTANCE, NUMBERS, Shared, cluster, need_server
from audited import LATER, Audited, done, run
from tables import tables
from tampering import canonical


def of_files():
    """The tests of a file's tampering, a module of the same name as this one."""
    spec = importlib.util.spec_from_file_location(
        "tampering_of_files", ACCEPTANCE / "test_tampering.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FILES = of_files()
NAME = "test"
ORIGINAL = {}


def setUpModule():
    need_server()
    ORIGINAL.update(made())


def tearDownModule():
    os.environ.pop("ACQUIS_VAULT", None)
    shutil.rmtree(ORIGINAL["folder"], ignore_errors=True)


def made():
    """A database with a demonstration signed at two sizes, to be copied for each test."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-audit-"))
    cluster().database("audited")
    ledger = cluster().address(database="audited", ledger=NAME)
    os.environ["ACQUIS_VAULT"] = str(folder / "test.ledger")
    notes = []
    done(ledger, "demo", "--events", "150")
    for events in (LATER[:4], LATER[4:]):
        notes.append(done(ledger, "audit", "checkpoint"))
        file = folder / "later.jsonl"
        file.write_text("".join(json.dumps(event) + "\n" for event in events))
        done(ledger, "import", str(file), "--accept-clock")
    return {"folder": folder, "notes": notes}


class OnServer(Audited):
    @classmethod
    def setUpClass(cls):
        cls.first, cls.second = ORIGINAL["notes"]
        cls.sizes = [int(note.splitlines()[1]) for note in ORIGINAL["notes"]]

    def setUp(self):
        self.database = f"trial{next(NUMBERS)}"
        cluster().database(self.database, template="audited")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-audit-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        shutil.copytree(ORIGINAL["folder"], self.folder, dirs_exist_ok=True)
        os.environ["ACQUIS_VAULT"] = str(self.folder / "test.ledger")
        self.ledger = cluster().address(database=self.database, ledger=NAME)
        self.signed = self.folder / "test.ledger.signed"

    def file(self):
        return tables(cluster(), self.database, NAME)

    def change(self, *statements):
        cluster().sql(
            ";\n".join((f"SET search_path TO {NAME}", *statements)), database=self.database)

    def names(self, *words):
        said = run(self.ledger, "audit", "verify").stderr
        for word in words:
            self.assertIn(word, said)


class TheEvents(OnServer, FILES.TheEvents):
    def test_an_id_that_stands_twice(self):
        with self.file() as file:
            file.execute("ALTER TABLE event DROP CONSTRAINT event_id_key")
            file.set(41, "id", file.value("SELECT id FROM event WHERE position = 20"))
            file.rewrite(41, id=file.event(20)["id"])
        self.verify_catches("idRepeated", 41)
        self.verify_catches("schema", None, among=1)


class BesideTheBytes(OnServer, FILES.BesideTheBytes):
    """Without what is of a file's schema: see below."""

    test_a_trigger_dropped_changed_or_added = None
    test_an_index_that_does_not_tell_what_its_table_does = None

    def test_the_tail(self):
        """The row by which the next position is known."""
        for change in ("position = position - 1", "position = position + 1", "recorded_at = 1",
                       "nodes = ''", "types = types - 1", "types = types + 1"):
            with self.subTest(change=change):
                self.setUp()
                self.change("SET session_replication_role = replica", f"UPDATE tail SET {change}")
                outcome = run(self.ledger, "audit", "verify")
                self.assertIn(outcome.returncode, (1, 3), outcome.stdout)
                self.assertTrue(outcome.stderr)
        self.setUp()


class TheSchema(OnServer):
    """What guards the tables, and the function by which events come in."""

    def caught(self, *names):
        self.verify_catches("schema")
        self.names(*names)

    def triggers(self):
        return [line.split("|") for line in cluster().sql(
            "SELECT tgname, tgrelid::regclass FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
            f" WHERE NOT tgisinternal AND relnamespace = '{NAME}'::regnamespace",
            database=self.database).splitlines()]

    def test_nothing_was_changed(self):
        self.verify_passes()

    def test_each_trigger_dropped_or_disabled(self):
        found = self.triggers()
        self.assertGreaterEqual(len(found), 8)
        for name, table in found:
            for text in (f"DROP TRIGGER {name} ON {table}",
                         f"ALTER TABLE {table} DISABLE TRIGGER {name}"):
                with self.subTest(text=text):
                    self.change("BEGIN", text, "COMMIT")
                    self.caught(name)
                self.setUp()

    def test_a_trigger_that_refuses_nothing(self):
        self.change("CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
                    " $$ BEGIN RETURN coalesce(new, old); END $$")
        self.caught("refuse")

    def test_a_trigger_with_a_function_of_the_same_name_elsewhere(self):
        name, table = next(
            pair for pair in self.triggers() if "TRUNCATE" in self.definition(pair[0]))
        other = self.definition(name).replace(f"{NAME}.refuse()", "elsewhere.refuse()")
        self.assertIn("elsewhere", other)
        self.change(
            "CREATE SCHEMA elsewhere", "CREATE FUNCTION elsewhere.refuse() RETURNS trigger LANGUAGE"
            " plpgsql AS $$ BEGIN RETURN NULL; END $$", f"DROP TRIGGER {name} ON {table}", other)
        self.caught(name)

    def definition(self, trigger):
        return cluster().sql(
            f"SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = '{trigger}'",
            database=self.database)

    def test_a_unique_index_only_for_some_rows(self):
        self.change("ALTER TABLE event DROP CONSTRAINT event_id_key",
                    "CREATE UNIQUE INDEX event_id_key ON event (id) WHERE position < 0")
        self.caught("event_id_key")

    def test_a_second_function_of_the_same_name(self):
        self.change("CREATE FUNCTION append(x bigint) RETURNS bigint LANGUAGE sql AS 'SELECT 1'")
        self.caught("append")

    def test_a_trigger_only_for_some_rows(self):
        name, table = next(pair for pair in self.triggers() if pair[1].endswith("event"))
        definition = self.definition(name)
        if "FOR EACH ROW" not in definition:
            definition = definition.replace("FOR EACH STATEMENT", "FOR EACH STATEMENT WHEN (false)")
        else:
            definition = definition.replace("FOR EACH ROW", "FOR EACH ROW WHEN (false)")
        self.change(f"DROP TRIGGER {name} ON {table}", definition)
        self.caught(name)

    def test_a_trigger_added(self):
        self.change(
            "CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RETURN NULL; END $$",
            "CREATE TRIGGER other BEFORE INSERT ON tag FOR EACH ROW EXECUTE FUNCTION other()")
        self.caught("other")

    def test_a_rule_added(self):
        self.change("CREATE RULE other AS ON INSERT TO tag DO INSTEAD NOTHING")
        self.caught("other")

    def test_the_function_that_appends(self):
        definition = cluster().sql(
            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = 'append' AND"
            f" pronamespace = '{NAME}'::regnamespace", database=self.database)
        begin = definition.index("BEGIN")
        for change in (definition[:begin] + "BEGIN NULL;" + definition[begin + 5:],
                       definition.replace("SECURITY DEFINER", "SECURITY INVOKER")):
            with self.subTest(change=change[begin:begin + 20]):
                self.assertNotEqual(change, definition)
                self.change(change)
                self.caught("append")
            self.setUp()

    def test_tables_indexes_and_constraints(self):
        for text, name in (
                ("DROP INDEX event_by_day", "event_by_day"),
                ("CREATE TABLE note (text text)", "note"),
                ("CREATE INDEX other ON event (schema)", "other"),
                ("ALTER TABLE event DROP CONSTRAINT event_id_key", "event"),
                ("ALTER TABLE event ADD COLUMN note text", "event"),
                ("ALTER TABLE event ALTER COLUMN hashes DROP NOT NULL", "event"),
                ("ALTER TABLE event ENABLE ROW LEVEL SECURITY", "event"),
                ("CREATE VIEW note AS SELECT 1", "note")):
            with self.subTest(text=text):
                self.change(text)
                self.caught(name)
            self.setUp()


class Repaired(Shared):
    def setUp(self):
        super().setUp()
        os.environ.pop("ACQUIS_VAULT", None)

    def test_a_copy_of_before_the_change_passes(self):
        self.done("demo", "--events", "150")
        copy = self.folder / "copy.jsonl"
        self.done("export", "jsonl", "--to", str(copy))
        with tables(self.cluster, "acquis", self.name) as file:
            file.set(41, "bytes", canonical({**file.event(41), "recordedBy": "clerk:9"}))
        self.assertEqual(run(self.ledger, "audit", "verify").returncode, 1)
        again = self.folder / "again.ledger"
        self.done("restore", str(copy), "--new-vault", ledger=again)
        self.done("audit", "verify", ledger=again)


if __name__ == "__main__":
    unittest.main()
