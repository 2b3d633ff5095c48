"""A move through a killed process, a failing disk and a full one, from outside.

Each call by which the program touches the two ledgers is struck once, as in test_faults. One of the
two must then be the ledger, whole and with its keys, and the other must say so; a second move must
complete the first, or name the copy that is in its way.

Reads the program's path from $ACQUIS.
"""

import copy
import os
import unittest

import test_faults
from test_faults import KILLED, equal, run

# FOLDER is the folder of the ledger.
MOVE = ("move", "FOLDER/moved.ledger", "--json")
WRITTEN = ("pwrite64", "write", "ftruncate")


def setUpModule():
    test_faults.setUpModule()


def moved(place):
    """The place to which the ledger is moved."""
    other = copy.copy(place)
    other.ledger = place.folder / "moved.ledger"
    return other


class MoveFaults(test_faults.Struck):
    def goes_on(self, place, outcome):
        """The ledger is where it was: nothing of the copy, or a whole one that is told of."""
        assert outcome.returncode != 0, "acknowledged, and not moved"
        self.holds(place, 2, "what was recorded after it")
        target = moved(place)
        if outcome.returncode != KILLED:
            equal("remove the copy" in outcome.stderr, target.ledger.exists(), outcome.stderr)
        if target.ledger.exists():
            self.holds(target, 1, "the copy that stays")
            again = run(place.words(*MOVE))
            equal(again.returncode, 3, "moved over a copy")
            assert "moved.ledger" in again.stderr, again.stderr
            self.holds(place, 2, "after a move that was refused")
            for file in place.folder.glob("moved.ledger*"):
                file.unlink()
        place.done(*MOVE)
        self.holds(target, 2, "moved again")
        left = sorted(os.listdir(place.folder))
        assert not [name for name in left if ".making" in name or ".new" in name], left

    def test_a_move_struck_at_any_call_leaves_one_ledger(self):
        def check(place, outcome):
            recorded = run(place.words(*self.importing[2]))
            if recorded.returncode == 0:
                return self.goes_on(place, outcome)
            equal(recorded.returncode, 3, recorded.stderr)
            assert "remove the copy" not in outcome.stderr, outcome.stderr
            assert "moved.ledger" in recorded.stderr, recorded.stderr
            self.holds(moved(place), 1, "the ledger where it is now")
            moved(place).done(*self.importing[2])
            self.holds(moved(place), 2, "what it records there")

        # Only what one thread calls, strace counting those of each: several open and read, and
        # whichever closes the copy last removes its journal. Of what is written and synced a part:
        # test_faults strikes the store's own.
        parts = {"fsync": 2, "fdatasync": 3, **dict.fromkeys(WRITTEN, 8)}
        at_its_place = []

        def is_struck(call):
            if call.paths[-1].endswith("/moved.ledger") and call.name in ("link", "linkat"):
                at_its_place.append(call)
            if call.name in ("openat", "pread64") or call.name == "unlink" and at_its_place:
                return False
            return call.number % parts.get(call.name, 1) == 0

        self.everywhere(MOVE, check, self.ledgers[1], is_struck=is_struck)

    def test_a_copy_that_cannot_be_read_stays_and_is_told_of(self):
        with test_faults.Place(copied_from=self.ledgers[1]) as place:
            # A trace of that path alone: the drafts of the copy have another.
            outcome = run(
                ["strace", "-f", "-o", os.devnull, "-P", str(moved(place).ledger), "-e",
                 "trace=pread64", "-e", "inject=pread64:error=EIO", *place.words(*MOVE)])
            self.assertEqual(outcome.returncode, 3, outcome.stderr)
            self.assertIn("remove the copy", outcome.stderr)
            place.done(*self.importing[2])
            self.goes_on(place, outcome)

    def test_the_copy_is_on_the_disk_before_the_old_ledger_leaves(self):
        with test_faults.Place(copied_from=self.ledgers[1]) as place:
            calls = [(call.name, call.paths[-1].rstrip("/").replace(str(place.folder), ""))
                     for call in place.traced(*MOVE)]
        named = max(at for at, (name, path) in enumerate(calls)
                    if name in ("link", "linkat") and path == "/moved.ledger")
        left = next(at for at, (name, path) in enumerate(calls)
                    if at > named and name in WRITTEN and path.startswith("/test.ledger"))
        self.assertIn(("fsync", ""), calls[named:left])
        for draft in {path for name, path in calls[:named]
                      if name in WRITTEN and "/moved.ledger.making/" in path}:
            if draft.endswith(("-wal", "-shm", "-journal")):
                continue
            with self.subTest(file=draft):
                last = max(at for at, call in enumerate(calls[:left])
                           if call[0] in WRITTEN and call[1] == draft)
                self.assertTrue(
                    {("fsync", draft), ("fdatasync", draft)} & set(calls[last:named]))


if __name__ == "__main__":
    unittest.main()
