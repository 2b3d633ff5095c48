"""The auditor's program on what acquis prints: a demonstration signed at two sizes, its proofs, and the
same log rebuilt with one fact changed. The two share no line of code.

Reads the program's path from $ACQUIS. Run: python3 -m unittest test_with_acquis
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ACQUIS = os.environ["ACQUIS"]
AUDITOR = pathlib.Path(__file__).resolve().parent / "auditor.py"


class WithAcquis(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-auditor-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.ledger = cls.folder / "test.ledger"
        cls.acquis("demo", "--events", "300")
        cls.key = cls.keep("key", "audit", "key")
        cls.older = cls.keep("older", "audit", "checkpoint")
        event = {"type": "CandidateEnrolled", "occurredOn": "2026-06-01", "recordedBy": "clerk:1",
                 "data": {"candidacy": "LATE", "candidate": "LATE", "certification": "RNCP38052",
                          "pathway": "apprenticeship"}}
        file = cls.folder / "later.jsonl"
        file.write_text(json.dumps(event))
        cls.acquis("import", str(file), "--accept-clock")
        cls.newer = cls.keep("newer", "audit", "checkpoint")
        cls.sizes = [int(file.read_text().split("\n")[1]) for file in (cls.older, cls.newer)]
        cls.log = cls.keep("log", "log")

    @classmethod
    def acquis(cls, *words, ledger=None):
        done = subprocess.run(
            [ACQUIS, *words, "--ledger", str(ledger or cls.ledger)], capture_output=True,
            timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @classmethod
    def keep(cls, name, *words, ledger=None):
        """What acquis prints, in a file."""
        file = cls.folder / name
        file.write_bytes(cls.acquis(*words, ledger=ledger))
        return file

    def audit(self, log, *options, key=None):
        done = subprocess.run(
            [sys.executable, AUDITOR, log, "--key", key or self.key, *options],
            capture_output=True, encoding="utf-8", timeout=120, check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"})
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.returncode, 1 if "FAIL" in done.stdout else 0)
        return done.stdout

    def accepts(self, *options):
        said = self.audit(self.log, *options)
        self.assertNotIn("FAIL", said)
        return said

    def test_the_log_and_both_checkpoints(self):
        said = self.accepts("--checkpoint", self.older, "--checkpoint", self.newer)
        self.assertIn(f"{self.sizes[1]} entries, the first {self.sizes[1]} under", said)
        told = json.loads(self.acquis("log", "--root", "--json"))
        self.assertIn(told["root"], said)

    def test_proofs_of_entries(self):
        options = []
        for size in (1, 2, 31, *self.sizes):
            for position in {1, size // 2 + 1, size}:
                words = ["audit", "prove", str(position), "--size", str(size)]
                options += ["--proof", self.keep(f"{position}-{size}", *words, "--json")]
                if size in self.sizes:
                    options += ["--tlog-proof", self.keep(
                        f"{position}-{size}.tlog-proof", *words, "--tlog-proof")]
        options += ["--tlog-proof", self.keep("7", "audit", "prove", "7", "--tlog-proof")]
        self.accepts(*options)

    def test_proofs_of_growth(self):
        options = []
        for old in (1, 2, 31, 64, *self.sizes):
            for new in {old, old + 1, *self.sizes}:
                if old <= new <= self.sizes[1]:
                    options += ["--consistency", self.keep(
                        f"{old}-to-{new}", "audit", "consistency", str(old), str(new), "--json")]
        self.assertGreater(len(options), 20)
        self.accepts(*options)

    def test_a_log_rebuilt_with_one_fact_changed(self):
        """By the file, every hash made again, and by who holds the key: the older checkpoint tells."""
        forged = self.folder / "forged.ledger"
        lines = self.log.read_bytes().splitlines(keepends=True)
        number = next(n for n, line in enumerate(lines) if b'"type":"BlockRefused"' in line)
        changed = lines[number].replace(b'"recordedBy":"', b'"recordedBy":"x')
        self.assertNotEqual(changed, lines[number])
        file = self.folder / "forged.log"
        file.write_bytes(b"".join(lines[:number] + [changed] + lines[number + 1:]))
        said = self.audit(file, "--checkpoint", self.older)
        self.assertIn(f"positions 1 to {self.sizes[0]} are not as signed", said)

        for suffix in ("", ".vault", ".master", ".signing"):
            shutil.copy(f"{self.ledger}{suffix}", f"{forged}{suffix}")
        sys.path.insert(0, str(AUDITOR.parent.parent / "Acceptance"))
        from tampering import tampering
        with tampering(forged) as rows:
            rows.rewrite(number + 1, recordedBy="clerk:9")
        log = self.keep("forged.2.log", "log", ledger=forged)
        note = self.keep("forged.checkpoint", "audit", "checkpoint", ledger=forged)
        self.assertNotIn("FAIL", self.audit(log, "--checkpoint", note))
        said = self.audit(log, "--checkpoint", note, "--checkpoint", self.older)
        self.assertIn(f"positions 1 to {self.sizes[0]} are not as signed", said)
        self.assertIn("two histories", self.audit(
            self.log, "--checkpoint", self.newer, "--checkpoint", note))

    def test_another_ledger_s_key(self):
        other = self.folder / "other.ledger"
        self.acquis("init", ledger=other)
        said = self.audit(self.log, "--checkpoint", self.older, key=self.keep(
            "other.key", "audit", "key", ledger=other))
        self.assertIn("no signature by this key", said)


if __name__ == "__main__":
    unittest.main()
