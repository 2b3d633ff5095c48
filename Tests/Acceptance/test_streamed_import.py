"""An import of a file too long to be read at once: whole or nothing, whatever happens to it."""

import json
import os
import pty
import random
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from trials import ACQUIS, KILLED, event, keys, person, run, words

PERSONS = 700


class StreamedImport(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="acquis-streamed-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.ledger = self.folder / "test.ledger"
        self.file = self.folder / "facts.jsonl"
        # The enrolments first: each names a person whom a later line registers.
        lines = [person(number)[1] for number in range(1, PERSONS + 1)]
        lines += [person(number)[0] for number in range(1, PERSONS + 1)]
        self.count = len(lines)
        self.file.write_text("".join(json.dumps(line) + "\n" for line in lines))
        self.assertEqual(run(self.ledger, "init").returncode, 0)
        self.before = self.size()

    def size(self):
        return len(run(self.ledger, "log", "--json").stdout.splitlines())

    def strangers(self):
        known = {"facts.jsonl"}
        return sorted(name for name in os.listdir(self.folder)
                      if name not in known and not name.startswith("test.ledger"))

    def test_a_pipe_is_imported_as_a_file_is(self):
        with open(self.file, "rb") as source:
            cat = subprocess.Popen(["cat"], stdin=source, stdout=subprocess.PIPE)
            piped = run(self.ledger, "import", "-", "--json", stdin=cat.stdout)
            cat.stdout.close()
            cat.wait()
        self.assertEqual((piped.returncode, piped.stderr), (0, ""))
        told = json.loads(piped.stdout)
        self.assertEqual(told["last"] - told["first"] + 1, self.count)
        again = run(self.ledger, "import", str(self.file), "--json")
        self.assertEqual(
            {key: json.loads(again.stdout)[key] for key in ("first", "last")},
            {key: told[key] for key in ("first", "last")})
        self.assertEqual(self.size(), self.before + self.count)
        self.assertEqual(self.strangers(), [])

    def test_an_import_killed_at_any_moment_leaves_none_or_all_and_can_be_done_again(self):
        chance = random.Random(11)
        command = words(self.ledger, "import", str(self.file), "--json")
        import_time = 0.2
        killed = 0
        for _ in range(12):
            process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            try:
                process.communicate(timeout=import_time * (0.2 + chance.random()))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                # Later each time, so that every stage is met on a fast and on a slow machine.
                import_time *= 1.5
            killed += process.returncode == KILLED
            self.assertIn(self.size(), (self.before, self.before + self.count))
            self.assertEqual(self.strangers(), [])
        self.assertGreater(killed, 0)
        done = run(self.ledger, "import", str(self.file), "--json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.size(), self.before + self.count)
        self.assertEqual(len(keys(self.ledger)), PERSONS)
        self.assertEqual(run(self.ledger, "audit", "verify").returncode, 0)

    def test_one_wrong_line_among_many_keeps_all_out(self):
        with open(self.file, "a") as file:
            file.write(json.dumps(event("CandidateSummoned", "2021-03-01", jury="J9",
                                        candidacy="D1")) + "\n")
        refused = run(self.ledger, "import", str(self.file))
        self.assertEqual(refused.returncode, 2)
        self.assertIn(f"facts.jsonl:{self.count + 1}", refused.stderr)
        self.assertNotIn("secret", refused.stderr)
        self.assertEqual(self.size(), self.before)
        self.assertEqual(keys(self.ledger), [])

    def test_progress_is_shown_on_a_terminal_alone(self):
        main, other = pty.openpty()
        process = subprocess.Popen(
            words(self.ledger, "import", str(self.file), "--json"), stdout=subprocess.PIPE,
            stderr=other, env={**os.environ, "LANG": "C", "LC_ALL": "C"})
        os.close(other)
        told = process.communicate(timeout=300)[0]
        self.assertEqual(process.returncode, 0)
        shown = b""
        while True:
            try:
                part = os.read(main, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
        os.close(main)
        self.assertIn(f"0 of {self.count} events written", shown.decode())
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown[-40:])
        self.assertEqual(json.loads(told)["last"], self.before + self.count)


if __name__ == "__main__":
    unittest.main()
