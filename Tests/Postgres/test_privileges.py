"""What each role may do to a ledger's tables by SQL, and that nobody changes what is written.

Reads the program's path from $ACQUIS.
"""

import unittest

from cluster import Failure
from shared import Shared, grant, need_server, vault_files
from trials import enrolment, person, run

setUpModule = need_server

LOG = ("event", "tag", "type", "subject")

# A change of every kind to each of the log's tables.
CHANGES = {
    "event": ("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 1",
              "UPDATE event SET bytes = 'x' WHERE position = 1",
              "DELETE FROM event WHERE position = 1",
              "TRUNCATE event", "TRUNCATE event CASCADE"),
    "tag": ("UPDATE tag SET position = position + 1 WHERE position = 1",
            "DELETE FROM tag WHERE position = 1", "TRUNCATE tag"),
    "type": ("UPDATE type SET name = name || 'x'", "DELETE FROM type", "TRUNCATE type CASCADE"),
    "subject": ("UPDATE subject SET name = name || 'x'", "DELETE FROM subject",
                "TRUNCATE subject CASCADE")}

INSERTIONS = {
    "event": "INSERT INTO event (position, id, type, schema, occurred_on, recorded_at, hashes,"
             " bytes) SELECT 99, decode(repeat('0a', 16), 'hex'), type, schema, occurred_on,"
             " recorded_at, hashes, bytes FROM event WHERE position = 1",
    "tag": "INSERT INTO tag (subject, type, position) SELECT subject, type, 99 FROM tag LIMIT 1",
    "type": "INSERT INTO type (key, name) VALUES (900, 'CandidateHired')",
    "subject": "INSERT INTO subject (key, name) VALUES (900, 'candidate:NOBODY')",
    "tail": "UPDATE tail SET position = 1"}


class Privileges(Shared):
    def setUp(self):
        super().setUp()
        self.done("init")
        self.imported(*person(1))
        grant(self.name)
        self.before = self.done("log", "--root", "--json")

    def tearDown(self):
        """Whatever was tried, the log is as it was."""
        self.assertEqual(self.done("log", "--root", "--json"), self.before)
        self.done("audit", "verify")

    def refused(self, statement, user, *words):
        with self.subTest(statement=statement, user=user):
            with self.assertRaises(Failure) as raised:
                self.sql(statement, user=user)
            for word in words:
                self.assertIn(word, str(raised.exception))

    def denied(self, statement, user):
        self.refused(statement, user, "permission denied")

    def test_who_writes_changes_nothing_but_by_the_function(self):
        for statement in [*INSERTIONS.values(), *sum(CHANGES.values(), ())]:
            self.denied(statement, "writer")

    def test_who_reads_only_selects(self):
        for table in LOG:
            self.assertGreater(int(self.sql(f"SELECT count(*) FROM {table}", user="reader")), 0)
        for statement in [*INSERTIONS.values(), *sum(CHANGES.values(), ())]:
            self.denied(statement, "reader")

    def test_who_reads_may_not_run_the_function(self):
        functions = self.functions("append")
        self.assertTrue(functions)
        for function in functions:
            for role, expected in (("reader", "f"), ("writer", "t"), ("keeper", "f")):
                may = f"SELECT has_function_privilege('{role}', {function}, 'EXECUTE')"
                self.assertEqual(self.cluster.sql(may), expected, (role, function))

    def functions(self, name):
        return self.cluster.sql(
            "SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace"
            f" WHERE nspname = '{self.name}' AND proname LIKE '{name}%'").splitlines()

    def test_others_may_do_nothing(self):
        for user in ("keeper",):
            for table in (*LOG, "tail"):
                self.denied(f'SELECT * FROM "{self.name}".{table}', user)

    def test_the_owner_and_the_superuser_are_refused_by_triggers(self):
        for user in ("owner", "admin"):
            for table in LOG:
                for statement in CHANGES[table]:
                    self.refused(statement, user)

    def test_no_row_comes_in_beside_the_function(self):
        """Not even as the owner, where there is one."""
        self.refused(INSERTIONS["event"].replace("SELECT 99", "SELECT 1"), "owner")
        self.refused("INSERT INTO event SELECT * FROM event ON CONFLICT (position) DO UPDATE"
                     " SET bytes = 'x'", "owner")

    def test_the_function_runs_with_its_own_path(self):
        """A table of the caller's does not stand in for the log's."""
        settings = self.cluster.sql(
            "SELECT array_to_string(proconfig, ';') FROM pg_proc p"
            " JOIN pg_namespace n ON n.oid = pronamespace"
            f" WHERE nspname = '{self.name}' AND prosecdef").splitlines()
        self.assertTrue(settings)
        for setting in settings:
            self.assertRegex(setting, r"search_path=.*pg_temp\"?$")


class Roles(Shared):
    """The program as each role."""

    def setUp(self):
        super().setUp()
        self.done("init")
        self.imported(*person(1))
        grant(self.name)
        self.files = ("--vault", str(vault_files(self.name)))

    def test_who_writes_records(self):
        writer = self.address("writer")
        self.done("record", "--file", self.write(enrolment(7)), *self.files, ledger=writer)
        self.imported(*person(8), ledger=writer)
        self.assertEqual(len(self.log()), 7)
        for asked in (("status", "D7"), ("candidates",), ("audit", "verify"), ("findings",)):
            one, two = (self.done(*asked, ledger=each) for each in (self.ledger, writer))
            self.assertEqual(one, two)

    def test_who_reads_asks(self):
        reader = self.address("reader")
        for asked in (("status", "D1"), ("candidates",), ("people",), ("log",), ("findings",),
                      ("replay", "--digest"), ("export", "jsonl"), ("audit", "verify"),
                      ("audit", "prove", "3"), ("timeline", "candidate:P1")):
            with self.subTest(asked=asked):
                one, two = (self.done(*asked, ledger=each) for each in (self.ledger, reader))
                self.assertEqual(one, two)
        for asked in (("record", "--file", self.write(enrolment(7))),
                      ("import", self.write(*person(7))), ("annul", "4", "--reason", "x", "--yes")):
            with self.subTest(asked=asked):
                self.fails(run(reader, *asked), 3)
        self.assertEqual(len(self.log()), 4)

    def test_a_machine_without_the_keys_answers_in_ids(self):
        elsewhere = ("--vault", str(self.folder / "none"))
        self.assertIn("nomsecret1x", self.done("people", "--names").lower())
        outcome = run(self.ledger, "people", *elsewhere)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("P1", outcome.stdout)
        self.no_secret(outcome)


if __name__ == "__main__":
    unittest.main()
