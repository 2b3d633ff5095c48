"""A ledger moved to another store: everything is there, and the old one takes nothing any more.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import unittest

from shared import Shared, need_server, vault_files
from trials import KILLED, enrolment, needed, person, run

setUpModule = need_server


class Moves(Shared):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "test.ledger"

    def facts(self, ledger):
        return [self.done(*asked, ledger=ledger) for asked in (
            ("log",), ("replay", "--digest"), ("people", "--names"),
            ("candidates", "--on", "2026-06-30", "--json"), ("access", "list", "--json"))]

    def moves(self, source, target):
        # So many that two readers share a fold.
        self.done("demo", "--events", "10500", ledger=source)
        self.done("access", "grant", "clerk:2", "--role", "officer", ledger=source)
        note = self.folder / "note"
        note.write_text(self.done("audit", "checkpoint", ledger=source))
        before = self.facts(source)
        self.done("move", str(target), ledger=source)
        # The new one is all of the old one, and goes on with its keys, its access and its notes.
        self.assertEqual(self.facts(target), before)
        self.assertIn("clerk:2", before[-1])
        for asked in (("audit", "verify"), ("vault", "verify"),
                      ("audit", "check", "--against", str(note))):
            self.done(*asked, ledger=target)
        later = self.done("audit", "checkpoint", ledger=target)
        self.assertEqual(later.splitlines()[0], note.read_text().splitlines()[0])
        # The old one is read, writes nothing and says where it went.
        self.assertEqual(self.facts(source)[0], before[0])
        file = self.write({**enrolment("X"), "occurredOn": "2026-06-01"})
        for asked in (("import", file, "--accept-clock"), ("record", "--file", file),
                      ("annul", "9", "--reason", "x", "--yes"), ("move", str(target))):
            with self.subTest(asked=asked):
                outcome = run(source, *asked)
                self.assertEqual(outcome.returncode, 3, outcome.stderr)
                self.assertIn(pathlib.PurePath(str(target)).name, outcome.stderr)
        self.assertEqual(self.facts(source)[0], before[0])
        self.done("import", file, "--accept-clock", ledger=target)
        size = json.loads(self.done("log", "--root", "--json", ledger=target))["size"]
        self.assertEqual(size, len(before[0].splitlines()) + 1)

    def test_from_a_file_to_a_server(self):
        self.moves(self.file, self.ledger)

    def test_from_a_server_to_a_file(self):
        self.moves(self.ledger, self.file)

    def test_to_a_place_that_is_taken(self):
        self.done("demo", "--events", "150", ledger=self.file)
        self.done("init")
        self.assertEqual(run(self.file, "move", self.ledger).returncode, 3)
        self.assertEqual(len(self.log()), 2)
        file = self.write({**enrolment("X"), "occurredOn": "2026-06-01"})
        self.done("import", file, "--accept-clock", ledger=self.file)

    def stopped(self, source, target, *options, paths=(), inject):
        """A move of which calls fail, by strace; of those that touch `paths`, if they are given."""
        watched = [word for path in paths for word in ("-P", str(path))]
        call = inject.split(":")[0]
        return run(
            source, "move", str(target), *options,
            before=["strace", "-f", "-o", os.devnull, *watched, "-e", f"trace={call}", "-e",
                    f"inject={inject}"])

    def test_a_copy_that_cannot_be_verified_stays_and_the_server_goes_on(self):
        needed("strace", "a copy that cannot be read")
        self.done("init")
        self.imported(*person(1))
        outcome = self.stopped(
            self.ledger, self.file, paths=[self.file], inject="pread64:error=EIO")
        said = self.fails(outcome, 3, "test.ledger: the ledger was not moved", "remove the copy")
        self.assertNotIn("nothing", said)
        self.imported(*person(2))
        self.assertEqual(len(self.log(ledger=self.file)), len(self.log()) - 2)
        self.fails(run(self.ledger, "move", str(self.file)), 3, "already")
        for file in self.folder.glob("test.ledger*"):
            file.unlink()
        before = self.facts(self.ledger)
        self.done("move", str(self.file))
        self.assertEqual(self.facts(self.file), before)

    def test_keys_copied_to_the_server_for_a_copy_that_fails_are_destroyed_there(self):
        needed("strace", "a copy that cannot be put in its place")
        self.done("init", ledger=self.file)
        self.imported(*person(1), ledger=self.file)
        options, place = ("--to-vault", self.ledger), vault_files(self.name)
        # The ledger's, its draft's and its keys'.
        schemas = f"SELECT nspname FROM pg_namespace WHERE nspname ~ '{self.name}\\M' ORDER BY 1"
        before, facts = self.sql(schemas), self.facts(self.file)
        # Where its files get their names: some of them, or all but the log on the server.
        for number in (1, 2):
            with self.subTest(link=number):
                outcome = self.stopped(
                    self.file, self.ledger, *options, inject=f"link:error=EIO:when={number}")
                self.fails(outcome, 3)
                self.assertNotIn("remove the copy", outcome.stderr)
                self.assertEqual(self.sql(schemas), before)
                self.assertEqual(sorted(place.parent.glob(f"{self.name}*")), [])
        self.done("move", self.ledger, *options, ledger=self.file)
        self.assertIn(f"{self.name}-vault", self.sql(schemas))
        self.assertEqual(
            self.done("people", "--names", "--vault", self.ledger), facts[2])

    def test_a_move_killed_before_its_copy_was_in_its_place_is_made_again(self):
        needed("strace", "a move that is killed")
        self.done("init", ledger=self.file)
        self.imported(*person(1), ledger=self.file)
        facts = self.facts(self.file)
        for number in (1, 2):
            with self.subTest(link=number):
                self.killed(number)
                # Whoever tries to record there takes nothing away that the next needs.
                self.fails(run(self.ledger, "import", self.write(enrolment("X"))), 3, "no ledger")
        self.done("move", self.ledger, ledger=self.file)
        self.assertEqual(self.facts(self.ledger), facts)

    def test_keys_that_a_killed_move_left_on_the_server_are_named(self):
        needed("strace", "a move that is killed")
        self.done("init", ledger=self.file)
        self.imported(*person(1), ledger=self.file)
        names, options = self.facts(self.file)[2], ("--to-vault", self.ledger)
        self.killed(1, *options)
        master = vault_files(self.name).with_suffix(".master")
        self.fails(
            run(self.file, "move", self.ledger, *options), 3, self.ledger, str(master), "cut short")
        master.unlink()
        self.sql(f'DROP SCHEMA "{self.name}-vault" CASCADE')
        self.done("move", self.ledger, *options, ledger=self.file)
        self.assertEqual(self.done("people", "--names", "--vault", self.ledger), names)

    def killed(self, number, *options):
        """A move to the server, killed where a file of it gets its name."""
        outcome = self.stopped(
            self.file, self.ledger, *options, inject=f"link:signal=SIGKILL:when={number}")
        self.assertEqual(outcome.returncode, KILLED, outcome.stderr)


if __name__ == "__main__":
    unittest.main()
