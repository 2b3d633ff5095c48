"""A server restored to an instant of its past, by a base backup and its archived journal.

Reads the program's path from $ACQUIS.
"""

import unittest

from faults import OwnServer, recording
from shared import need_server, new_id, vault_files
from trials import person, run

setUpModule = need_server


class Recovery(OwnServer):
    """The ledger goes on after the instant, and its state is signed; then the server is restored to it."""

    def setUp(self):
        super().setUp()
        self.cluster.archives()
        self.imported(*person(1))
        base = self.cluster.base()
        self.done(*recording(5, new_id(self.dice)))
        self.copy = self.folder / "before.jsonl"
        self.done("export", "jsonl", "--to", str(self.copy))
        self.before = self.done("log")
        self.cluster.point("before")
        self.done(*recording(6, new_id(self.dice)))
        self.note = self.folder / "note"
        self.note.write_text(self.done("audit", "checkpoint"))
        self.whole = self.folder / "whole.jsonl"
        self.done("export", "jsonl", "--to", str(self.whole))
        self.files = ("--vault", str(vault_files(self.name, port=self.cluster.port)))
        self.past = self.cluster.past(base, "before")
        self.addCleanup(self.past.close)
        self.restored = self.past.address(ledger=self.name)

    def there(self, *asked):
        return run(self.restored, *asked, *self.files)

    def test_it_is_whole_and_may_not_go_on(self):
        outcome = self.there("log")
        self.assertEqual((outcome.returncode, outcome.stdout), (0, self.before))
        for asked, status in ((("audit", "checkpoint"), 1), (("audit", "verify"), 1),
                              (recording(7, new_id(self.dice)), 3)):
            with self.subTest(asked=asked[0]):
                outcome = self.there(*asked)
                self.assertEqual(outcome.returncode, status, outcome.stderr)
                self.assertRegex(outcome.stderr, r"checkpoint|signed")
        self.assertEqual(self.there("log").stdout, self.before)

    def test_another_machine_finds_it_by_the_note(self):
        elsewhere = ("--vault", str(self.folder / "elsewhere"))
        outcome = run(self.restored, "audit", "verify", *elsewhere)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        outcome = run(self.restored, "audit", "check", "--against", str(self.note), *elsewhere)
        self.assertEqual(outcome.returncode, 1, outcome.stdout + outcome.stderr)
        self.assertRegex(outcome.stdout + outcome.stderr, r"checkpoint|signed")

    def test_the_longest_history_goes_on(self):
        other = self.past.address(ledger=f"{self.name}_again")
        outcome = run(other, "restore", str(self.copy), "--against", str(self.note))
        self.assertEqual(outcome.returncode, 1, outcome.stdout + outcome.stderr)
        self.assertRegex(outcome.stderr, r"checkpoint|signed")
        outcome = run(other, "restore", str(self.whole), "--against", str(self.note))
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        self.assertEqual(self.log(other), self.log())


if __name__ == "__main__":
    unittest.main()
