"""mirror.py against a server that runs: a copy from nothing, after growth, and of a log that was forked.

Reads the program's path from $ACQUIS. Run: python3 -m unittest test_mirror_served
"""
import pathlib
import shutil
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Acceptance"))

from served import ServedTrials, posted  # noqa: E402
from trials import person, registration  # noqa: E402

MIRROR = HERE / "mirror.py"


class Mirrored(ServedTrials):
    def setUp(self):
        super().setUp()
        self.init()
        self.copy = self.folder / "copy"
        self.key = self.folder / "key"
        self.key.write_text(self.done("audit", "key"))
        self.token = self.folder / "token"
        self.token.write_text(self.grant("auditor:1", "auditor") + "\n")
        self.admin = self.grant("admin:1", "administrator")

    def grow(self, *numbers, ledger=None):
        """Persons and their candidacies, imported by another process."""
        self.imported(*(fact for number in numbers for fact in person(number)), ledger=ledger)

    def mirror(self, server, key=None, token=None):
        return subprocess.run(
            [sys.executable, str(MIRROR), "--url", server.url, "--token-file",
             str(token or self.token), "--vkey", str(key or self.key), str(self.copy)],
            capture_output=True, text=True, timeout=120, check=False)

    def follows(self, server, size):
        """The copy is the log, entry by entry, under the checkpoint that was signed."""
        done = self.mirror(server)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn(f"{size} entries in", done.stdout)
        note = (self.copy / "checkpoint").read_text()
        self.assertEqual(note.splitlines()[1], str(size))
        self.assertIn(note.splitlines()[2], done.stdout)
        self.assertEqual(self.entries(), [
            "{" + line.split(",", 1)[1] for line in
            self.done("log", "--to", str(size), ledger=server.ledger).splitlines()])
        return done.stdout

    def refuses(self, server, *words, **options):
        before = self.held()
        done = self.mirror(server, **options)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        for word in ("REFUSED", *words):
            self.assertIn(word, done.stderr)
        self.assertEqual(self.held(), before, "the copy was changed")

    def held(self):
        return {str(file.relative_to(self.copy)): file.read_bytes()
                for file in sorted(self.copy.rglob("*")) if file.is_file()}

    def entries(self):
        found = []
        for file in sorted((self.copy / "tile" / "entries").rglob("*")):
            data, at = file.read_bytes() if file.is_file() else b"", 0
            while at < len(data):
                end = at + 2 + int.from_bytes(data[at:at + 2], "big")
                found.append(data[at + 2:end].decode())
                at = end
        return found

    def test_from_nothing_and_after_growth(self):
        self.grow(*range(1, 150))
        self.done("audit", "checkpoint")
        server = self.serve()
        self.assertIn("300 of them fetched now", self.follows(server, 300))
        self.assertIn("0 of them fetched now", self.follows(server, 300))
        # What is not signed yet is not copied.
        self.good(server.post("/api/v1/record", self.admin, posted(registration(200))))
        self.assertIn("0 of them fetched now", self.follows(server, 300))
        self.grow(*range(201, 331))
        self.done("audit", "checkpoint")
        self.follows(server, 561)
        # One that begins now has the same copy, byte for byte.
        first = self.held()
        self.copy = self.folder / "second"
        self.follows(server, 561)
        self.assertEqual(self.held(), first)
        self.assertEqual(server.stop(), 0)
        self.assertFalse([line for line in server.requests() if line["status"] != 200])
        self.assertEqual(
            {line["who"] for line in server.requests() if line["route"].startswith("/log")},
            {"auditor:1"})

    def test_while_it_grows(self):
        self.grow(*range(1, 100))
        self.done("audit", "checkpoint")
        server = self.serve()
        for turn in range(2, 5):
            self.good(server.post("/api/v1/record", self.admin, [
                posted(fact) for number in range(turn * 100, turn * 100 + 40)
                for fact in person(number)]))
            size = self.log_size()
            self.done("audit", "checkpoint")
            self.good(server.post("/api/v1/record", self.admin, posted(registration(f"x{turn}"))))
            self.follows(server, size)

    def test_a_log_restored_and_continued_otherwise_is_refused(self):
        self.grow(*range(1, 20))
        backup = self.folder / "older"
        backup.mkdir()
        for file in self.folder.glob("test.ledger*"):
            shutil.copy(file, backup)
        self.grow(20)
        self.done("audit", "checkpoint")
        server = self.serve()
        self.follows(server, 42)
        self.assertEqual(server.stop(), 0)
        # The copy of before, put back: its key, its grants, other entries.
        forked = backup / "test.ledger"
        for numbers, words in (((), ("shrank", "42")), ((30,), ("forked", "42")),
                               (range(31, 60), ("forked", "42"))):
            if numbers:
                self.grow(*numbers, ledger=forked)
            self.done("audit", "checkpoint", ledger=forked)
            other = self.serve(ledger=forked)
            self.refuses(other, *words)
            self.assertEqual(other.stop(), 0)
        self.follows(self.serve(), 42)

    def test_another_log_or_a_stranger_s_token_is_refused(self):
        self.done("audit", "checkpoint")
        server = self.serve()
        self.follows(server, 2)
        other = self.folder / "other.ledger"
        self.done("init", ledger=other)
        self.done("audit", "checkpoint", ledger=other)
        shutil.copy(f"{self.ledger}.access", f"{other}.access")
        self.refuses(self.serve(ledger=other))
        self.done("access", "revoke", "auditor:1")
        done = self.mirror(server)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("401", done.stderr)

    def test_a_log_that_was_never_signed_has_no_checkpoint(self):
        done = self.mirror(self.serve())
        self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
        self.assertIn("404", done.stderr)
        self.assertFalse(self.copy.exists() and any(self.copy.iterdir()))


if __name__ == "__main__":
    unittest.main()
