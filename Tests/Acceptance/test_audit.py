"""The audit of a ledger, honest or not, by its commands; and of what was signed beside it."""

import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from audited import ACQUIS, LATER, Audited, done, enrol, run


class Honest(Audited):
    def test_an_honest_ledger_passes_and_nothing_is_written(self):
        before = {file.name: file.read_bytes() for file in self.folder.iterdir()}
        told = self.verified()
        self.assertEqual((told["problems"], told["checkpoints"]), ([], 2))
        self.assertEqual(told["events"], self.sizes[1] + 4)
        for note in (self.first, self.second):
            self.check_passes(note)
        self.assertEqual(before, {f.name: f.read_bytes() for f in self.folder.iterdir()})

    def test_a_state_signed_twice_is_one_checkpoint(self):
        note = done(self.ledger, "audit", "checkpoint")
        self.assertEqual(done(self.ledger, "audit", "checkpoint"), note)
        self.assertEqual(
            self.signed.read_text(), "\n".join([self.first, self.second, note]))

    def test_the_log_holds_neither_key_nor_name_of_it(self):
        key = done(self.ledger, "audit", "key")
        seed = self.folder.joinpath("test.ledger.signing").read_text().strip()
        content = self.ledger.read_bytes()
        for secret in (seed.encode(), bytes.fromhex(seed), key.split("+")[0].encode()):
            self.assertNotIn(secret, content)
        for suffix in ("signing", "signed"):
            mode = self.folder.joinpath(f"test.ledger.{suffix}").stat().st_mode
            self.assertEqual(mode & 0o077, 0, suffix)

    def test_a_ledger_older_than_its_key_is_given_one(self):
        self.folder.joinpath("test.ledger.signing").unlink()
        self.folder.joinpath("test.ledger.vkeys").unlink()
        self.signed.unlink()
        self.verify_passes()
        self.assertFalse(self.folder.joinpath("test.ledger.signing").exists())
        key = done(self.ledger, "audit", "key")
        self.assertEqual(done(self.ledger, "audit", "key"), key)

    def test_a_key_that_signed_is_not_replaced_unseen(self):
        self.folder.joinpath("test.ledger.signing").unlink()
        for words in (["checkpoint"], ["prove", "1", "--tlog-proof"]):
            outcome = run(self.ledger, "audit", *words)
            self.assertEqual((outcome.returncode, outcome.stdout), (3, ""), words)
            self.assertIn(".signing", outcome.stderr)

    def test_a_key_open_to_others_or_malformed_is_refused(self):
        key = self.folder / "test.ledger.signing"
        os.chmod(key, 0o644)
        self.assertIn("chmod 600", run(self.ledger, "audit", "key").stderr)
        os.chmod(key, 0o600)
        key.write_text("0" * 63 + "\n")
        outcome = run(self.ledger, "audit", "key")
        self.assertEqual(outcome.returncode, 3)
        self.assertNotIn("000", outcome.stderr)

    def test_each_second_word_is_helped_and_completed(self):
        words = ["key", "checkpoint", "prove", "consistency", "check", "verify"]
        told = done(self.ledger, "help", "audit")
        self.assertEqual(done(self.ledger, "audit", "--help"), told)
        for word in words:
            self.assertIn(f"\n  {word} ", told)
            helped = done(self.ledger, "help", "audit", word)
            self.assertTrue(helped.startswith(f"acquis audit {word}"), helped)
            self.assertEqual(done(self.ledger, "audit", word, "--help"), helped)

        def completed(*typed):
            return subprocess.run(
                [ACQUIS, "help", "completions", "--words", *typed], capture_output=True,
                text=True, check=True).stdout.split()

        self.assertEqual(completed("audit", ""), words)
        self.assertEqual(completed("audit", "pro"), ["prove"])
        self.assertEqual(completed("audit", "prove", "--t"), ["--tlog-proof"])
        self.assertEqual(completed("status", "--o"), ["--on"])
        self.assertEqual(completed("audi"), ["audit"])

    def test_wrong_calls(self):
        for status, *words in (
                (2,), (2, "verfy"), (2, "prove"), (2, "prove", "0"), (2, "prove", "x"),
                (2, "prove", "99999"), (2, "prove", "3", "--size", "2"), (2, "consistency", "3"),
                (2, "prove", "3", "--size", "99999"), (2, "consistency", "5", "3"),
                (2, "consistency", "0", "3"), (2, "consistency", "1", "99999"), (2, "check"),
                (2, "prove", "1", "--tlog-proof", "--size", "5"), (2, "verify", "x"),
                (2, "prove", "1", "--tlog-proof", "--json"), (2, "key", "--against", "x"),
                (2, "check", "--against", str(self.ledger)),
                (2, "check", "--against", str(self.folder / "none"))):
            outcome = run(self.ledger, "audit", *words)
            self.assertEqual((outcome.returncode, outcome.stdout), (status, ""), words)
        for words in (["verify"], ["key"], ["checkpoint"], ["prove", "1"]):
            outcome = run(self.folder / "none.ledger", "audit", *words)
            self.assertEqual(outcome.returncode, 3, words)
        self.assertEqual(list(self.folder.glob("none*")), [])


class WhatWasSigned(Audited):
    def test_a_stored_checkpoint_changed(self):
        for old, new in (
                (f"\n{self.sizes[0]}\n", f"\n{self.sizes[0] - 1}\n"), ("acquis/", "acquit/"),
                ("— ", "- "), ("\n\n", "\n")):
            with self.subTest(old=old):
                self.setUp()
                text = self.signed.read_text()
                self.assertIn(old, text)
                self.signed.write_text(text.replace(old, new, 1))
                problems = [told["problem"] for told in self.verified()["problems"]]
                self.assertIn(problems[0], ("notGenuine", "foreignKey"))

    def test_the_last_signed_state_changed_stops_the_signing(self):
        self.signed.write_text(
            self.signed.read_text().replace(f"\n{self.sizes[1]}\n", f"\n{self.sizes[0]}\n"))
        self.verify_catches("notGenuine")
        self.signature_is_refused("altered")

    def test_a_note_changed_in_the_middle_stays_as_evidence(self):
        self.signed.write_text(
            self.signed.read_text().replace(f"\n{self.sizes[0]}\n", f"\n{self.sizes[0] - 1}\n"))
        self.verify_catches("notGenuine")
        kept = self.signed.read_bytes()
        run(self.ledger, "audit", "checkpoint")
        self.assertTrue(self.signed.read_bytes().startswith(kept))
        self.signed.write_text(self.signed.read_text().replace("\u2014 ", "- ", 1))
        self.signature_is_refused("altered")

    def test_the_files_of_two_ledgers_mixed(self):
        elsewhere = pathlib.Path(tempfile.mkdtemp(prefix="acquis-audit-"))
        self.addCleanup(shutil.rmtree, elsewhere, ignore_errors=True)
        other = elsewhere / "other.ledger"
        done(other, "demo", "--events", "150", "--seed", "2")
        enrol(other, LATER)
        self.check_catches("foreignKey", done(other, "audit", "checkpoint"))
        for suffix, reasons in (
                ("", {"forked", "shrunk"}), (".signing", {"foreignKey"}),
                (".signed", {"foreignKey"})):
            with self.subTest(suffix=suffix):
                self.setUp()
                shutil.copy(f"{other}{suffix}", f"{self.ledger}{suffix}")
                problems = {told["problem"] for told in self.verified()["problems"]}
                self.assertTrue(problems and problems <= reasons, problems)
                self.assertEqual(run(self.ledger, "audit", "checkpoint").returncode, 1)

    def test_a_fork_signed_again_with_the_stolen_key(self):
        """The thief leaves nothing that tells: who kept an older checkpoint sees it."""
        with self.file() as file:
            file.rewrite(41, recordedBy="clerk:9")
        self.signature_is_refused("history was changed")
        self.signed.unlink()
        forged = done(self.ledger, "audit", "checkpoint")
        self.verify_passes()
        self.check_passes(forged)
        for note in (self.first, self.second):
            self.check_catches("forked", note)

    def test_a_node_changed_above_what_was_signed_stops_the_signing(self):
        """The root at the signed size is the same, and the new one is not made of it."""
        level = self.sizes[1].bit_length()
        width = 1 << level
        enrol(self.ledger, [
            {**LATER[0], "data": {**LATER[0]["data"], "candidacy": f"MORE-{number}"}}
            for number in range(width - self.sizes[1])])
        with self.file() as file:
            hashes = file.value("SELECT hashes FROM event WHERE position = ?", width)
            file.set(width, "hashes", hashes[:32 * level] + bytes(32))
        self.verify_catches("node", width)
        self.signature_is_refused("history was changed")

    def test_a_checkpoint_with_another_signature_or_none(self):
        text, _, signature = self.first.partition("\n\n")
        for note, reason in (
                (self.first.replace(f"\n{self.sizes[0]}\n", "\n1\n"), "notGenuine"),
                (self.first.replace("— acquis/", "— acquit/"), "foreignKey"),
                (self.second.partition("\n\n")[0] + "\n\n" + signature, "notGenuine")):
            self.check_catches(reason, note)
        for note in (text, "", "x" * 100, self.first.strip()):
            self.assertEqual(self.check(note).returncode, 2)

    def test_the_number_of_the_format(self):
        for number in (0, 3):
            with sqlite3.connect(self.ledger) as database:
                database.execute(f"PRAGMA user_version = {number}")
            database.close()
            outcome = run(self.ledger, "audit", "verify")
            self.assertEqual((outcome.returncode, outcome.stdout), (3, ""))


if __name__ == "__main__":
    unittest.main()
