"""Copies of a ledger through a killed process, a failing disk and a full one, from outside.

Each call is struck once, as in test_faults: a restoration and a backup are whole, or not there.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import shutil
import tempfile
import time
import unittest

from test_faults import KILL, KILLED, WRITES, Place, complaints, equal, person, run, setUpModule


class CopyFaults(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.inputs = pathlib.Path(tempfile.mkdtemp(prefix="acquis-faults-"))
        cls.addClassCleanup(shutil.rmtree, cls.inputs, ignore_errors=True)
        cls.ledger = Place()
        cls.addClassCleanup(cls.ledger.__exit__)
        cls.ledger.done("init")
        file = cls.inputs / "1.jsonl"
        file.write_text("".join(json.dumps(event) + "\n" for event in person(1)))
        cls.ledger.done("import", str(file))
        cls.events = cls.ledger.log()
        cls.copy = cls.inputs / "copy.jsonl"
        cls.ledger.done("export", "jsonl", "--to", str(cls.copy))

    def everywhere(self, words, check, start=None):
        """Strikes every call of a command, each fault in a place of its own."""
        with Place(copied_from=start) as place:
            calls = place.traced(*words(place))

        def strike(call, fault):
            with Place(copied_from=start) as place:
                outcome, _ = place.struck(call, fault, *words(place))
                assert outcome.returncode in (0, 3, KILLED), (outcome.returncode, outcome.stderr)
                assert "secret" not in outcome.stderr, outcome.stderr
                check(place, outcome, call, fault)

        faults = [
            (call, fault) for call in calls
            if call.name != "pwrite64" or call.number <= 40 or call.number % 5 == 0
            for fault in call.strikes()]
        self.assertGreater(len(faults), 0)
        self.assertEqual("\n".join(complaints(faults, strike)), "")

    def test_a_restoration_struck_at_any_call_is_whole_or_nothing(self):
        def words(_):
            return "restore", str(self.copy), "--new-vault"

        def check(place, outcome, call, fault):
            if place.ledger.exists():
                # Only a fault after it was whole leaves it.
                equal(place.log(), self.events, "made")
                equal(run(place.words(*words(place))).returncode, 3, "made again")
            else:
                assert outcome.returncode != 0, "acknowledged, and no ledger"
                if fault != KILL and call.name != "unlink":
                    equal(os.listdir(place.folder), [], "left behind")
                place.done(*words(place))
                equal(place.log(), self.events, "made after all")

        self.everywhere(words, check)

    def test_a_backup_struck_at_any_call_is_whole_or_nothing(self):
        def words(place):
            return "backup", str(place.folder / "backup")

        def check(place, outcome, call, fault):
            folder = place.folder / "backup"
            kept = [name for name in (os.listdir(folder) if folder.exists() else ())
                    if not name.startswith(".")]
            if outcome.returncode == 0:
                equal(len(kept), 2, "acknowledged")
            elif fault != KILL and call.name != "unlink" and call.is_answer is False:
                assert not folder.exists(), f"left behind: {os.listdir(folder)}"
            for name in kept:
                self.is_whole(place, folder / name)
            again = run(place.words(*words(place)))
            if again.returncode == 2:
                # Of the same second.
                time.sleep(1)
                again = run(place.words(*words(place)))
            equal(again.returncode, 0, f"backed up again: {again.stderr}")
            hidden = [name for name in os.listdir(folder) if name.startswith(".")]
            equal(hidden, [], "drafts")

        self.everywhere(words, check, start=self.ledger)

    def is_whole(self, place, part):
        """The part of a backup is all there, and does its work."""
        with Place() as back:
            for suffix in ("", ".vault", ".master"):
                source = part / f"test.ledger{suffix}"
                shutil.copy(source if source.exists() else place.file(suffix), back.folder)
            equal(back.log(), self.events, f"{part.name}: the log")
            equal(back.names(), ["P1"], f"{part.name}: the names read")

    def test_an_acknowledged_backup_is_on_the_disk(self):
        with Place(copied_from=self.ledger) as place:
            folder = place.folder / "backup"
            written, is_named = set(), False
            for call in place.traced("backup", str(folder)):
                path = call.paths[-1]
                if call.is_answer:
                    break
                if call.name in WRITES and path.startswith(str(folder)):
                    written.add(path)
                elif call.name in ("fsync", "fdatasync"):
                    written.discard(path)
                    is_named = is_named or path.rstrip("/") == str(folder)
            gone = ("-journal", "-wal", "-shm")
            self.assertEqual([path for path in written if not path.endswith(gone)], [])
            self.assertTrue(is_named)


if __name__ == "__main__":
    unittest.main()
