"""Many threads that append to one log, killed in the middle, or with a disk that fails, from outside.

The program `crowd` appends from sixteen threads, which share transactions, and says of each batch when it
is answered. Whatever strikes it: what was answered is there, at the positions told; every other batch is
wholly there or not at all; and the log goes on.

Reads the folder of both programs from $ACQUIS.
"""

import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

ACQUIS = os.environ["ACQUIS"]
CROWD = pathlib.Path(ACQUIS).with_name("crowd")
os.environ["XDG_CONFIG_HOME"] = "/nonexistent"
THREADS = 16


def setUpModule():
    """Without both programs nothing here is tested, and that must not pass for a success."""
    if not CROWD.exists():
        raise RuntimeError(f"no {CROWD}: swift build -c release --product crowd")
    if shutil.which("strace") is None:
        raise RuntimeError("these tests need strace: Sources/prepare.sh strace installs it")


def number(identifier):
    """The number of an event, from its id."""
    high = int.from_bytes(identifier[:8], "big")
    return (high >> 16 & 0xFFFF_FFFF) << 12 | high & 0xFFF


class Crowd(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="acquis-crowd-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.ledger = self.folder / "test.ledger"

    def words(self, each):
        return [str(CROWD), str(self.ledger), str(THREADS), str(each)]

    def check(self, said):
        """Compares what was said with the ledger, opened again; how many batches were answered."""
        outcome = subprocess.run(
            self.words(1), capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        said = said + outcome.stdout
        verified = subprocess.run(
            [ACQUIS, "audit", "verify", "--ledger", str(self.ledger)],
            capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        ledger = sqlite3.connect(self.ledger)
        rows = ledger.execute("SELECT position, id FROM event ORDER BY position").fetchall()
        ledger.close()
        self.assertEqual([row[0] for row in rows], list(range(1, len(rows) + 1)))
        places = {number(row[1]): row[0] for row in rows}
        self.assertEqual(len(places), len(rows))
        answered = 0
        for line in said.splitlines():
            word, *told = line.split(" ")
            if word == "ok":
                answered += 1
                for one in told:
                    event, position = map(int, one.split("@"))
                    self.assertEqual(places.get(event), position, line)
        # Batches begin at multiples of three and have 1 + number / 3 % 3 events.
        for event, position in places.items():
            first = event - event % 3
            batch = range(first, first + 1 + first // 3 % 3)
            self.assertEqual(
                [places.get(one) for one in batch],
                list(range(position - event + first, position - event + first + len(batch))),
                f"the batch of {first} is torn")
        return answered

    def begin(self):
        """A new ledger; what was said as it was made."""
        for file in self.folder.iterdir():
            file.unlink()
        outcome = subprocess.run(
            self.words(1), capture_output=True, text=True, timeout=120, check=True)
        return outcome.stdout

    def strike(self, *options, each=40):
        """Runs a crowd under strace with a fault in one call, on a ledger that is there; what it said
        at last, what was said in all, and how it ended."""
        before = self.begin()
        outcome = subprocess.run(
            ["strace", "-f", "-o", str(self.folder / "trace"), *options, *self.words(each)],
            capture_output=True, text=True, timeout=300, check=False)
        return outcome.stdout, before + outcome.stdout, outcome.returncode

    def test_killed_at_a_random_moment_it_keeps_what_was_answered(self):
        chance = random.Random(17)
        self.begin()
        for _ in range(25):
            said = []
            with subprocess.Popen(
                    self.words(1_000_000), stdout=subprocess.PIPE, text=True) as process:
                # After so many answers, wherever the other threads are then.
                last = chance.randrange(1, 400)
                for line in process.stdout:
                    said.append(line)
                    if len(said) == last:
                        process.kill()
                whole = [line for line in said if line.endswith("\n")]
            self.assertGreaterEqual(self.check("".join(whole)), last)

    def test_killed_at_a_write_or_a_sync_it_keeps_what_was_answered(self):
        for call in ("pwrite64", "fdatasync"):
            for at in (1, 5, 20, 21, 22, 23, 60, 150):
                _, said, status = self.strike("-e", f"inject={call}:signal=SIGKILL:when={at}")
                with self.subTest(f"{call} {at}"):
                    self.assertGreaterEqual(self.check(said), THREADS)
                    self.assertIn(status, (-9, 0))

    def test_where_the_disk_fails_a_commit_all_of_its_group_are_told(self):
        failed = 0
        for call, error, moments in (
                ("fdatasync", "EIO", (10, 20)), ("pwrite64", "ENOSPC", (10, 31)),
                ("pwrite64", "EIO", range(24, 64, 4))):
            for at in moments:
                told, said, _ = self.strike("-e", f"inject={call}:error={error}:when={at}")
                with self.subTest(f"{call} {error} {at}"):
                    self.check(said)
                    failed += told.count("failed")
        # Of a group that fails, every caller is told, not its leader alone.
        self.assertGreater(failed, 3 * 14)


if __name__ == "__main__":
    unittest.main()
