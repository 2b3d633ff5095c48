"""A ledger moved to another store: everything is there, and the old one takes nothing any more.

Reads the program's path from $ACQUIS.
"""

import json
import pathlib
import unittest

from shared import Shared, need_server
from trials import enrolment, run

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
        # The new one is all of the old one, and goes on with its keys, who has access and what it signed.
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


if __name__ == "__main__":
    unittest.main()
