"""Ledgers made on a server, or moved to one, struck where files are touched or the server told.

What is made must be whole or not there, and be made by the next. Of a move, one of the two must be
the ledger, whole and with its keys, and the other must say so; a second move must complete the
first, or name the copy that is in its way.

Reads the program's path from $ACQUIS.
"""

import concurrent.futures
import json
import os
import pathlib
import shutil
import tempfile
import unittest

from shared import Shared, need_server, new_name, vault_files
from trials import CALLS, KILLED, injected, needed, person, run, traced, words

KILL, EIO, LOST = "signal=SIGKILL", "error=EIO", "error=ECONNRESET"


def setUpModule():
    need_server()
    needed("strace", "a ledger made on a server or moved there, struck at any call")


def strikes(calls):
    """What is struck, and with what: what changes names always, what is sent now and then."""
    for call in calls:
        if call.name == "sendto":
            if call.number % 4 == 1:
                yield call, KILL
        elif call.name not in ("openat", "write", "pwrite64", "ftruncate"):
            yield from ((call, KILL), (call, EIO))
        elif "O_CREAT" in call.text:
            yield call, EIO


def answers(calls):
    """The server's answers that are lost, with their connection: the last ones, and some before."""
    for at, call in enumerate(reversed(calls)):
        if at < 16 or at % 4 == 0:
            yield call, LOST


class Struck(Shared):
    def setUp(self):
        super().setUp()
        self.base = self.folder / "base"
        self.base.mkdir()
        ledger = self.base / "test.ledger"
        self.done("init", ledger=ledger)
        self.imported(*person(1), ledger=ledger)
        self.done("audit", "checkpoint", ledger=ledger)
        self.more = self.write(*person(2))

    def to_server(self):
        """A copy of the ledger in files that is to be moved, and where it goes."""
        folder = tempfile.mkdtemp(dir=self.folder)
        shutil.copytree(self.base, folder, dirs_exist_ok=True)
        return os.path.join(folder, "test.ledger"), self.address(name=new_name())

    def from_server(self):
        source = self.address(name=new_name())
        self.done("init", ledger=source)
        self.imported(*person(1), ledger=source)
        return source, os.path.join(tempfile.mkdtemp(dir=self.folder), "moved.ledger")

    def everywhere(self, command, strike, *ends, names=(*CALLS, "sendto"), struck=strikes):
        """Strikes a command at its calls; each strike comes to one of these ends, and all occur."""
        outcome, calls = traced(command, self.folder / "trace", names=names)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        struck = list(struck(calls))

        def end(call, fault):
            try:
                return strike(injected(call, fault))
            except AssertionError as failure:
                return f"{fault} at {call.name} number {call.number}: {failure}"

        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(end, *zip(*struck)))
        self.assertEqual("\n".join(text for text in found if text not in ends), "")
        self.assertEqual(set(found), set(ends), "the strikes are not where they should be")

    def struck(self, ledger, *asked, before):
        outcome = run(ledger, *asked, before=before)
        self.assertIn(outcome.returncode, (0, 3, KILLED), outcome.stderr)
        self.assertNotIn("secret", outcome.stderr)
        return outcome

    def test_a_ledger_with_its_keys_on_the_server_is_made_whole_or_by_the_next(self):
        def make(before):
            ledger = self.address(name=new_name())
            keys = ("--vault", ledger)
            outcome = self.struck(ledger, "init", *keys, before=before)
            is_there = run(ledger, "log", "--root").returncode == 0
            if not is_there:
                self.assertNotEqual(outcome.returncode, 0, "acknowledged, and no ledger")
                self.done("init", *keys, ledger=ledger)
            self.done("import", self.more, *keys, ledger=ledger)
            self.is_whole(ledger, ["P2"], *keys)
            self.done("audit", "checkpoint", ledger=ledger)
            return "made" if is_there else "made again"

        ledger = self.address(name=new_name())
        self.everywhere(words(ledger, "init", "--vault", ledger), make, "made", "made again")

    def moved(self, place, before):
        """What became of a move that meets a fault."""
        source, target = place()
        outcome = self.struck(source, "move", target, before=before)
        recorded = run(source, "import", self.more)
        if recorded.returncode:
            self.fails(recorded, 3, os.path.basename(target))
            self.assertNotIn("remove the copy", outcome.stderr)
            self.done("import", self.more, ledger=target)
        else:
            self.assertNotEqual(outcome.returncode, 0, "acknowledged, and not moved")
            self.goes_on(source, target, outcome)
        self.is_whole(target, ["P1", "P2"])
        return "moved" if recorded.returncode else "goes on"

    def moves(self, place, **options):
        source, target = place()
        self.everywhere(
            words(source, "move", target), lambda before: self.moved(place, before),
            "moved", "goes on", **options)

    def test_a_move_struck_at_any_call_leaves_one_ledger(self):
        self.moves(self.to_server)

    def test_a_move_to_a_server_whose_answers_are_lost_leaves_one_ledger(self):
        self.moves(self.to_server, names=("recvfrom",), struck=answers)

    def test_a_move_from_a_server_whose_answers_are_lost_leaves_one_ledger(self):
        self.moves(self.from_server, names=("recvfrom",), struck=answers)

    def goes_on(self, source, target, outcome):
        """Nothing is at the target, or a whole copy that is told of; then it is moved."""
        stays = run(target, "log", "--root").returncode == 0
        if outcome.returncode != KILLED:
            self.assertEqual("remove the copy" in outcome.stderr, stays, outcome.stderr)
        if stays:
            self.is_whole(target, ["P1"])
            self.fails(run(source, "move", target), 3, "already")
            if target.startswith("postgres:"):
                self.cluster.sql(f'DROP SCHEMA "{target.split("=")[-1]}" CASCADE')
            for file in self.files(target):
                file.unlink()
        self.done("move", target, ledger=source)
        self.assertEqual([file.name for file in self.files(target)
                          if ".making" in file.name or ".new" in file.name], [])

    def is_whole(self, ledger, names, *keys):
        found = self.done("candidates", "--name", "nomsecret", "--json", *keys, ledger=ledger)
        self.assertEqual(
            sorted(json.loads(text)["candidate"] for text in found.splitlines()), names)
        self.done("audit", "verify", *keys, ledger=ledger)

    @staticmethod
    def files(target):
        """A ledger's files on this machine."""
        if target.startswith("postgres:"):
            name = target.split("=")[-1]
            return list(vault_files(name).parent.glob(f"{name}.*"))
        return list(pathlib.Path(target).parent.glob("moved.ledger*"))


if __name__ == "__main__":
    unittest.main()
