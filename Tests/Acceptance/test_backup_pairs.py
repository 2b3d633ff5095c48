"""The parts of a backup fit together: whatever is killed or runs at once, a kept log has its vault,
a kept master key opens the kept vault, and what was put back can be verified.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import shutil
import tempfile
import threading
import time
import unittest

from trials import (
    KILLED, Trials, digest_of, held_up, needed, person, run, struck, traced, until,
    withdrawal, words)

SEARCHES = 12


class Pairs(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        self.imported(*person(1), *person(2), withdrawal(1))
        self.place = self.folder / "backups"

    def backup(self, *asked, place=None):
        """What was made; of a second in which one was made already, it waits for the next."""
        asked = ("backup", str(place or self.place), *asked, "--json")
        outcome = run(self.ledger, *asked)
        if outcome.returncode == 2:
            time.sleep(1)
            outcome = run(self.ledger, *asked)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return json.loads(outcome.stdout)

    def together(self, told, master=None):
        """The parts of a backup in a new folder, as after the loss of a disk."""
        folder = self.fresh()
        for part in ("log", "vault", "master"):
            if told.get(part):
                for file in pathlib.Path(told[part]).glob("test.ledger*"):
                    shutil.copy(file, folder)
        if master:
            shutil.copy(master, folder / "test.ledger.master")
        return folder / "test.ledger"

    def opens(self, told, master=None, ledger=None):
        ledger = ledger or self.together(told, master)
        self.assertEqual(self.named("nomsecret", ledger=ledger), (0, ["P1", "P2"]))
        self.done("audit", "verify", ledger=ledger)

    def fresh(self):
        return pathlib.Path(tempfile.mkdtemp(dir=self.folder))

    def kept(self, prefix=""):
        if not self.place.exists():
            return []
        return sorted(name for name in os.listdir(self.place) if name.startswith(prefix))


class PutBack(Pairs):
    def test_the_texts_name_what_is_needed_to_verify_and_to_sign(self):
        for lang in ("fr", "en"):
            told = self.backup("--with-master", "--lang", lang, place=self.folder / lang)
            for part in ("log", "vault", "master"):
                self.assertTrue(list(pathlib.Path(told[part]).glob("*.txt")))
            text = next(pathlib.Path(told["log"]).glob("*.txt")).read_text()
            for name in (".signing", ".vkeys", ".vault", ".master"):
                self.assertIn("test.ledger" + name, text)

    def test_a_copy_put_back_without_the_signing_key_is_verified(self):
        note = self.done("audit", "checkpoint")
        self.imported(*person(3))
        self.done("audit", "checkpoint")
        told = self.backup()
        ledger = self.together(told, self.file(".master"))
        self.assertFalse(self.file(".signing", ledger).exists())
        self.done("audit", "verify", ledger=ledger)
        file = self.folder / "note"
        file.write_text(note)
        self.done("audit", "check", "--against", str(file), ledger=ledger)
        self.assertEqual(self.named("nomsecret", ledger=ledger), (0, ["P1", "P2", "P3"]))
        self.done("audit", "verify", ledger=ledger)
        self.assertFalse(self.file(".signing", ledger).exists())

    def test_who_receives_the_log_alone_can_verify_it(self):
        self.done("audit", "checkpoint")
        folder = pathlib.Path(self.backup()["log"])
        before = digest_of(folder)
        self.done("audit", "verify", ledger=folder / "test.ledger")
        self.assertEqual(digest_of(folder), before)

    def test_a_tampered_copy_put_back_without_the_signing_key_is_not(self):
        self.done("audit", "checkpoint")
        ledger = self.together(self.backup())
        notes = self.file(".signed", ledger)
        text = notes.read_text()
        notes.write_text(text.replace("\n7\n", "\n6\n", 1))
        self.assertNotEqual(notes.read_text(), text)
        self.assertEqual(run(ledger, "audit", "verify").returncode, 1)

    def test_a_restored_copy_is_verified_without_the_signing_key(self):
        self.done("audit", "checkpoint")
        copy, other = self.folder / "copy.jsonl", self.folder / "other.ledger"
        self.done("export", "jsonl", "--to", str(copy))
        self.done("restore", str(copy), ledger=other)
        self.assertFalse(self.file(".signing", other).exists())
        self.done("audit", "verify", ledger=other)


class Rotations(Pairs):
    def test_names_are_found_beside_rotations_that_run(self):
        """Of many keys, so that a rotation takes its time; none is ever called damaged."""
        self.imported(*(fact for number in range(3, 1200) for fact in person(number)[:1]))
        stop, said = threading.Event(), []

        def rotate():
            while not stop.is_set():
                outcome = run(self.ledger, "vault", "rotate")
                if outcome.returncode:
                    said.append(outcome.stderr)

        rotator = threading.Thread(target=rotate)
        rotator.start()
        try:
            for number in range(SEARCHES):
                outcome = run(self.ledger, "candidates", "--name", "nomsecret", "--json")
                with self.subTest(search=number):
                    self.assertEqual(outcome.returncode, 0, outcome.stderr)
                    self.assertEqual(len(outcome.stdout.splitlines()), 2)
        finally:
            stop.set()
            rotator.join()
        self.assertEqual(said, [])
        self.assertEqual(len(self.named("nomsecret")[1]), 2)

    def test_a_rotation_beside_a_backup_leaves_a_pair_that_opens(self):
        """The backup is held up before each time that it opens the master key."""
        needed("strace", "a backup held up while the vault is rotated")
        command = words(self.ledger, "backup", str(self.place), "--with-master", "--json")
        _, calls = traced(command, self.folder / "trace")
        shutil.rmtree(self.place)
        read = [call for call in calls if call.name == "openat"
                and 'test.ledger.master"' in call.text and str(self.place) not in call.text]
        self.assertTrue(read)
        for call in read[-3:]:
            with self.subTest(call=call):
                slow = held_up(call, 1.5, command)
                try:
                    until(lambda: any("vault-" in name for name in self.kept(".")), 1)
                    rotated = run(self.ledger, "vault", "rotate")
                    told, said = slow.communicate(timeout=60)
                finally:
                    if slow.poll() is None:
                        slow.kill()
                        slow.communicate()
                self.assertIn(rotated.returncode, (0, 3), rotated.stderr)
                self.assertIn(slow.returncode, (0, 2, 3), said)
                if slow.returncode == 0:
                    self.opens(json.loads(told))
                    shutil.rmtree(self.place)
                self.opens(self.backup("--with-master", place=self.fresh()))

    def test_an_erasure_beside_a_backup_names_the_copy_that_holds_the_key(self):
        """The backup is held up once it has copied the vault."""
        needed("strace", "a backup held up while a person is erased")
        command = words(self.ledger, "backup", str(self.place), "--json")
        _, calls = traced(command, self.folder / "trace")
        shutil.rmtree(self.place)
        named = [call for call in calls if call.name == "linkat" and "vault-" in call.text]
        slow = held_up(named[-1], 1.5, command)
        try:
            until(lambda: list(self.place.glob(".*/vault-*/*.vault")), 10)
            receipt = json.loads(self.done("erase", "P1", "--reason", "x", "--yes", "--json"))
            told, said = slow.communicate(timeout=60)
        finally:
            if slow.poll() is None:
                slow.kill()
                slow.communicate()
        self.assertEqual(slow.returncode, 0, said)
        self.assertEqual(
            [copy["place"] for copy in receipt["backups"][-1:]], [json.loads(told)["vault"]])

    def test_a_backup_after_a_rotation_cut_short_leaves_a_pair_that_opens(self):
        needed("strace", "a rotation killed before its end")
        rotate = words(self.ledger, "vault", "rotate")
        _, calls = traced(rotate, self.folder / "trace")
        last = max(index for index, call in enumerate(calls)
                   if call.name == "rename" and ".master.new" in call.text)
        cut = [call for call in calls[max(0, last - 6):last + 4] if "test.ledger" in call.text]
        lefts = 0
        for call in cut:
            with self.subTest(call=call):
                self.assertEqual(struck(call, rotate).returncode, KILLED)
                lefts += self.file(".master.new").exists()
                self.opens(self.backup("--with-master", place=self.fresh()))
                self.assertFalse(self.file(".master.new").exists())
                self.opens(None, ledger=self.ledger)
                # A vault alone, and the master key that stands beside the ledger now.
                self.opens(self.backup(place=self.fresh()), master=self.file(".master"))
        self.assertGreater(lefts, 0, "no kill left a second master key: the test strikes elsewhere")


class Kills(Pairs):
    def test_a_log_is_never_kept_without_its_vault(self):
        needed("strace", "a backup killed between two names")
        command = words(self.ledger, "backup", str(self.place), "--with-master", "--json")
        _, calls = traced(command, self.folder / "trace")
        shutil.rmtree(self.place)
        named = [index for index, call in enumerate(calls)
                 if call.name.startswith("rename") and "backups" in call.text]
        # At each new name, right after it, and before the answer.
        answer = max(index for index, call in enumerate(calls) if call.name == "write")
        for call in (calls[at] for at in sorted({*named, *(at + 1 for at in named), answer})):
            with self.subTest(call=call):
                shutil.rmtree(self.place, ignore_errors=True)
                self.assertEqual(struck(call, command).returncode, KILLED)
                self.backup("--with-master")
                logs, vaults, masters = (
                    {name.split("-", 1)[1] for name in self.kept(part)}
                    for part in ("log-", "vault-", "master-"))
                self.assertLessEqual(logs, vaults)
                self.assertLessEqual(logs, masters)
                self.assertEqual(self.kept("."), [])
                for stamp in logs:
                    self.opens({part: self.place / f"{part}-{stamp}"
                                for part in ("log", "vault", "master")})

    def test_a_part_whose_others_were_carried_away_is_left_alone(self):
        told = self.backup("--with-master")
        for part in ("vault", "master"):
            shutil.move(told[part], self.fresh())
        before = digest_of(self.place)
        self.backup("--with-master")
        after = digest_of(self.place)
        self.assertEqual({name: after.get(name) for name in before}, before)

    def test_what_was_kept_whole_is_left_alone(self):
        told = self.backup()
        before = digest_of(self.place)
        self.backup()
        after = digest_of(self.place)
        self.assertEqual({name: after.get(name) for name in before}, before)
        self.opens(told, master=self.file(".master"))


class WithoutAMasterKeyThatFits(Pairs):
    def copies(self):
        """The outcome of a backup, and which parts it made."""
        place = self.fresh()
        outcome = run(self.ledger, "backup", str(place))
        return outcome, sorted(name.split("-")[0] for name in os.listdir(place))

    def test_a_wrong_and_a_missing_one_are_treated_alike(self):
        missing, wrong, broken = [], [], []
        true = self.file(".master").read_bytes()
        self.file(".master").unlink()
        missing = self.copies()
        self.file(".master").write_bytes(b"0123456789abcdef" * 4 + b"\n")
        os.chmod(self.file(".master"), 0o600)
        wrong = self.copies()
        self.file(".master").write_bytes(b"no key\n")
        broken = self.copies()
        for outcome, parts in (missing, wrong, broken):
            self.assertEqual((outcome.returncode, parts), (0, ["log", "vault"]), outcome.stderr)
            self.assertTrue(outcome.stderr.strip(), "nothing is said of the key")
        self.file(".master").write_bytes(true)
        outcome, parts = self.copies()
        self.assertEqual((outcome.returncode, parts, outcome.stderr), (0, ["log", "vault"], ""))

    def test_a_wrong_one_is_not_copied(self):
        self.file(".master").write_bytes(b"0123456789abcdef" * 4 + b"\n")
        self.stops(3, "backup", str(self.place), "--with-master")
        self.assertEqual(self.kept(), [])


if __name__ == "__main__":
    unittest.main()
