"""A ledger being made: by several at once, by one that is killed or held up, and beside keys that
lie there already. One maker wins and is whole, and no key is ever lost.

Reads the program's path from $ACQUIS; the number of races from $ACQUIS_RACES.
"""

import os
import pathlib
import random
import shutil
import tempfile
import time
import unittest

from trials import (
    Trials, digest_of, drafts, enrolment, held_up, killed_after, needed, person, private,
    race, run, struck, together, traced, until, words)

RACES = int(os.environ.get("ACQUIS_RACES", "5"))
SEED = int(os.environ.get("ACQUIS_SEED", "7"))

INIT = ("init",)
DEMO = ("demo", "--events", "100")

KEY = b"0123456789abcdef" * 4 + b"\n"


def some(calls, count):
    """So many of these, the first and the last ones among them."""
    if len(calls) <= count:
        return calls
    ends = [*range(count // 4), *range(len(calls) - count // 2, len(calls))]
    between = [at for at in range(len(calls)) if at not in ends]
    return [calls[at] for at in sorted(
        ends + random.Random(SEED).sample(between, count - len(ends)))]


class Making(Trials):
    """Folders of their own for ledgers, and the copy that `restore` takes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inputs = pathlib.Path(tempfile.mkdtemp(prefix="acquis-making-"))
        cls.addClassCleanup(shutil.rmtree, cls.inputs, ignore_errors=True)
        ledger, cls.copy = cls.inputs / "source.ledger", cls.inputs / "copy.jsonl"
        assert run(ledger, "init").returncode == 0
        assert run(ledger, "export", "jsonl", "--to", str(cls.copy)).returncode == 0
        cls.restore = ("restore", str(cls.copy), "--new-vault")
        cls.makers = (INIT, DEMO, cls.restore)

    def place(self):
        """A ledger's path in an empty folder."""
        return pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "made.ledger"

    def race(self, rounds, processes, command):
        for number in range(rounds):
            with self.subTest(command=command[0], processes=processes, round=number):
                ledger = self.place()
                outcomes = race(ledger, processes, command)
                statuses = sorted(outcome.returncode for outcome in outcomes)
                told = "".join(outcome.stderr for outcome in outcomes)
                # A second demonstration says that there is one, and that is no fault.
                allowed = {0, 3} if command == DEMO else {3}
                self.assertEqual(statuses[0], 0, told)
                self.assertLessEqual(set(statuses[1:]), allowed, told)
                self.is_whole(ledger)


class Races(Making):
    def test_two_at_once_make_one_whole_ledger(self):
        for command in self.makers:
            self.race(RACES, 2, command)

    def test_eight_at_once_make_one_whole_ledger(self):
        for command in self.makers:
            self.race(max(1, RACES // 2), 8, command)

    def test_makers_of_different_kinds_make_one_whole_ledger(self):
        for number in range(RACES):
            with self.subTest(round=number):
                ledger = self.place()
                outcomes = together([
                    words(ledger, *INIT), words(ledger, *self.restore), words(ledger, *INIT)])
                statuses = sorted(outcome.returncode for outcome in outcomes)
                self.assertEqual(statuses, [0, 3, 3], [o.stderr for o in outcomes])
                self.is_whole(ledger)


class Kills(Making):
    def test_a_maker_killed_at_any_moment_leaves_the_way_free(self):
        dice = random.Random(SEED)
        for command in self.makers:
            start = time.monotonic()
            self.assertEqual(run(self.place(), *command).returncode, 0)
            whole = time.monotonic() - start
            for number in range(RACES if command == DEMO else 2 * RACES):
                with self.subTest(command=command[0], seed=SEED, round=number):
                    ledger = self.place()
                    killed_after(dice.uniform(0, whole), words(ledger, *command))
                    made = ledger.exists()
                    again = run(ledger, *command)
                    self.assertEqual(
                        again.returncode, 3 if made and command != DEMO else 0, again.stderr)
                    self.is_whole(ledger)

    def test_makers_killed_in_a_race_leave_the_way_free(self):
        dice = random.Random(SEED + 1)
        for number in range(RACES):
            with self.subTest(seed=SEED, round=number):
                ledger = self.place()
                for _ in range(3):
                    killed_after(dice.uniform(0, 0.05), words(ledger, *INIT))
                made = ledger.exists()
                outcomes = race(ledger, 2, INIT)
                self.assertEqual(
                    sorted(outcome.returncode for outcome in outcomes), [3, 3] if made else [0, 3],
                    [outcome.stderr for outcome in outcomes])
                self.is_whole(ledger)

    def test_what_a_killed_maker_left_is_cleared_by_the_next_record(self):
        needed("strace", "what a killed maker leaves")
        _, calls = traced(words(self.place(), *INIT), self.folder / "trace")
        of_names = [call for call in calls if "made.ledger" in call.text]
        named = [call for call in of_names if call.name in ("link", "linkat", "rename")]
        removed = [call for call in of_names if call.name in ("unlink", "unlinkat", "rmdir")]
        self.assertTrue(named)
        left = 0
        for call in named + some(removed, 8):
            with self.subTest(call=call):
                ledger = self.place()
                struck(call, words(ledger, *INIT))
                if not ledger.exists():
                    self.assertEqual(run(ledger, *INIT).returncode, 0)
                    self.is_whole(ledger)
                    continue
                left += len(drafts(ledger.parent))
                self.imported(enrolment(1), ledger=ledger)
                outcome = self.recorded({
                    "type": "TrainingStarted", "occurredOn": "2021-02-01",
                    "recordedBy": "clerk:1", "data": {"candidacy": "D1"}}, ledger=ledger)
                self.assertEqual(outcome.returncode, 0, outcome.stderr)
                self.is_whole(ledger)
        self.assertGreater(left, 0, "no kill left anything: the test strikes elsewhere")


class HoldUps(Making):
    def test_a_maker_held_up_takes_nothing_from_one_that_was_faster(self):
        needed("strace", "a maker held up while another makes")
        _, calls = traced(words(self.place(), *INIT), self.folder / "trace")
        names = ("link", "unlink", "rename", "mkdir")
        found = [call for call in calls if call.name in names and ".ledger" in call.text]
        for call in some(found, 8):
            with self.subTest(call=call):
                self.held_up_at(call)

    def test_a_maker_held_up_while_another_clears_a_killed_one_loses_nothing(self):
        """The slow maker has found what a killed one left, and is about to clear it."""
        needed("strace", "a maker held up while another makes")
        _, calls = traced(words(self.place(), *INIT), self.folder / "trace")
        last = [call for call in calls if call.name in ("link", "rename")][-1]

        def left():
            ledger = self.place()
            struck(last, words(ledger, *INIT))
            return ledger

        ledger = left()
        self.assertFalse(ledger.exists())
        outcome, calls = traced(words(ledger, *INIT), self.folder / "trace")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        found = [call for call in calls if call.name == "unlink" and ".ledger" in call.text]
        for call in some(found, 4):
            with self.subTest(call=call):
                self.held_up_at(call, left())

    def held_up_at(self, call, ledger=None):
        """Holds a maker up, while another makes and an identity is sealed."""
        ledger = ledger or self.place()
        slow = held_up(call, 0.7, words(ledger, *INIT))
        try:
            until(lambda: os.listdir(ledger.parent) or slow.poll() is not None, 0.3)
            fast = run(ledger, *INIT)
            self.assertIn(fast.returncode, (0, 3), fast.stderr)
            if fast.returncode == 0:
                self.imported(*person(1), ledger=ledger)
            _, said = slow.communicate(timeout=60)
        finally:
            if slow.poll() is None:
                slow.kill()
                slow.communicate()
        self.assertEqual(sorted((fast.returncode, slow.returncode)), [0, 3], said + fast.stderr)
        if fast.returncode == 0:
            self.assertEqual(self.named("nomsecret1x", ledger=ledger), (0, ["P1"]))
        self.is_whole(ledger)


class MovedLedgers(Making):
    def test_keys_of_a_ledger_that_was_moved_are_no_killed_makers(self):
        """A maker killed once the ledger has its name; the owner then moves the log alone."""
        ledger = self.place()
        self.assertEqual(run(ledger, "init").returncode, 0)
        left = ledger.parent / f"{ledger.name}.making"
        left.mkdir(0o700)
        (left / ".acquis-making").touch()
        for suffix in ("", ".vault", ".master", ".signing", ".vkeys"):
            os.link(self.file(suffix, ledger), left / f"{ledger.name}{suffix}")
        os.rename(ledger, ledger.parent / "moved.ledger")
        kept = {suffix: self.file(suffix, ledger).read_bytes() for suffix in (".vault", ".master")}
        self.assertEqual(run(ledger, "init").returncode, 3, "its vault is another ledger's")
        for suffix, content in kept.items():
            self.assertEqual(self.file(suffix, ledger).read_bytes(), content)
        self.assertFalse(left.exists())


    def test_a_folder_that_someone_has_named_so_is_left_as_it_is(self):
        ledger = self.place()
        folder = ledger.parent / f"{ledger.name}.making"
        folder.mkdir()
        private(folder / f"{ledger.name}.master", b"precious")
        for command in self.makers:
            self.assertEqual(run(ledger, *command).returncode, 3)
        self.assertEqual((folder / f"{ledger.name}.master").read_bytes(), b"precious")
        self.assertFalse(ledger.exists())


class KeysThatLieThere(Making):
    def beside(self, **files):
        """A path beside which these files lie, for this user only."""
        ledger = self.place()
        for suffix, content in files.items():
            private(self.file(f".{suffix.replace('_', '.')}", ledger), content)
        return ledger

    def is_kept(self, suffix, content):
        """The file is used as it is, or the maker refuses and touches nothing."""
        for command in self.makers:
            with self.subTest(command=command[0], suffix=suffix):
                ledger = self.beside(**{suffix: content})
                before = digest_of(ledger.parent)
                outcome = run(ledger, *command)
                self.assertIn(outcome.returncode, (0, 3), outcome.stderr)
                self.assertEqual(self.file(f".{suffix}", ledger).read_bytes(), content)
                if outcome.returncode == 3:
                    self.assertEqual(digest_of(ledger.parent), before)
                else:
                    self.is_whole(ledger)
                    self.assertEqual(self.file(f".{suffix}", ledger).read_bytes(), content)

    def is_refused(self, **files):
        for command in self.makers:
            with self.subTest(command=command[0], files=sorted(files)):
                ledger = self.beside(**files)
                before = digest_of(ledger.parent)
                self.stops(3, *command, ledger=ledger)
                self.assertEqual(digest_of(ledger.parent), before)

    def test_a_master_key_that_lies_there_alone_is_kept(self):
        self.is_kept("master", KEY)

    def test_a_signing_key_that_lies_there_alone_is_kept(self):
        self.is_kept("signing", KEY)

    def test_a_master_key_that_is_none_is_refused_and_left(self):
        for content in (b"", b"not a key\n", KEY[:-10], KEY + KEY):
            self.is_refused(master=content)

    def test_a_signing_key_that_is_none_is_refused_and_left(self):
        for content in (b"", b"not a key\n", KEY[:-10]):
            self.is_refused(signing=content)

    def test_a_vault_that_is_empty_is_refused_and_left(self):
        self.is_refused(vault=b"")
        self.is_refused(vault=b"", master=KEY)

    def test_a_master_key_that_a_rotation_left_is_refused_and_left(self):
        self.is_refused(master_new=KEY)
        self.is_refused(master_new=KEY, master=KEY[::-1][1:] + b"\n")

    def test_a_vault_without_its_master_key_is_refused_and_left(self):
        run(self.ledger, "init")
        self.is_refused(vault=self.file(".vault").read_bytes())

    def test_notes_that_another_ledger_signed_are_refused_and_left(self):
        run(self.ledger, "init")
        self.imported(enrolment(1))
        self.done("audit", "checkpoint")
        files = {name: self.file(f".{name}").read_bytes() for name in ("signed", "signing")}
        self.is_refused(**files)
        self.is_refused(signed=files["signed"])

    def test_a_vault_made_under_a_kept_master_key_opens_backups_under_it(self):
        """Whose only copy of the master key lies there still reads every backup of the vault."""
        run(self.ledger, "init")
        self.imported(*person(1))
        ledger = self.place()
        shutil.copy(self.file(".master"), self.file(".master", ledger))
        outcome = run(ledger, *INIT)
        self.assertIn(outcome.returncode, (0, 3), outcome.stderr)
        for suffix in ("", ".vault", ".signing"):
            shutil.copy(self.file(suffix), self.file(suffix, ledger))
        self.assertEqual(self.named("nomsecret1x", ledger=ledger), (0, ["P1"]))


if __name__ == "__main__":
    unittest.main()
