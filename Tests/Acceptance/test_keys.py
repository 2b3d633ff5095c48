"""The keys by which a ledger's checkpoints are verified, from outside: kept, lost, begun anew.

Reads the program's path from $ACQUIS.
"""

import concurrent.futures
import json
import os
import shutil
import subprocess
import unittest

from audited import ACQUIS, LATER, Audited, done, enrol, run


class Keys(Audited):
    def beside(self, suffix):
        return self.folder / f"test.ledger.{suffix}"

    def lose(self, *suffixes):
        for suffix in suffixes or ("signing",):
            self.beside(suffix).unlink()

    def refused(self, outcome, status, *words):
        self.assertEqual((outcome.returncode, outcome.stdout), (status, ""), outcome.stderr)
        for word in words:
            self.assertIn(word, outcome.stderr)

    def audit(self, *words, **options):
        return run(self.ledger, "audit", *words, **options)

    def told(self, *words):
        outcome = self.audit(*words, "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return json.loads(outcome.stdout)

    def vkeys(self):
        return self.beside("vkeys").read_text().splitlines()

    def begin(self):
        """The key is lost, and another begins."""
        self.lose()
        return self.told("key", "--new")


class Verifying(Keys):
    def test_the_public_key_lies_there_for_all_to_read(self):
        key = done(self.ledger, "audit", "key")
        self.assertEqual(self.beside("vkeys").read_text(), key)
        self.assertEqual(self.beside("vkeys").stat().st_mode & 0o777, 0o644)
        self.assertEqual(
            self.told("key"),
            {"key": key.strip(), "name": key.split("+")[0], "id": key.split("+")[1],
             "keys": [{"key": key.strip(), "name": key.split("+")[0], "id": key.split("+")[1],
                       "from": self.sizes[0]}]})

    def test_nothing_that_signs_is_needed_to_verify(self):
        self.lose()
        told = self.verified()
        self.assertEqual((told["problems"], told["checkpoints"]), ([], 2))
        self.assertEqual(told["signatures"], "checked")
        for note in (self.first, self.second):
            self.check_passes(note)
        self.assertEqual(self.told("key")["key"], self.vkeys()[0])
        altered = self.first.replace(f"\n{self.sizes[0]}\n", "\n1\n")
        self.check_catches("notGenuine", altered)
        self.assertFalse(self.beside("signing").exists())

    def test_a_ledger_older_than_the_file_of_its_key(self):
        self.lose("vkeys")
        self.assertEqual(self.verified()["signatures"], "checked")
        key = done(self.ledger, "audit", "key")
        done(self.ledger, "audit", "checkpoint")
        self.assertEqual(self.beside("vkeys").read_text(), key)

    def test_without_any_key_the_roots_are_compared_and_that_is_said(self):
        key = self.folder / "acquis.vkey"
        key.write_text(done(self.ledger, "audit", "key"))
        self.lose("signing", "vkeys")
        told = self.verified()
        self.assertEqual((told["problems"], told["signatures"]), ([], "unchecked"))
        self.assertIn("not checked", done(self.ledger, "audit", "verify"))
        outcome = self.check(self.first)
        self.assertEqual(json.loads(outcome.stdout)["signatures"], "unchecked")
        self.assertEqual(outcome.returncode, 0)
        for text in (str(key), key.read_text().strip()):
            told = self.told("verify", "--key", text)
            self.assertEqual((told["problems"], told["signatures"]), ([], "checked"))
            outcome = self.audit(
                "check", "--against", "-", "--json", "--key", text, input=self.second)
            self.assertEqual(json.loads(outcome.stdout)["signatures"], "checked")
        with self.file() as file:
            file.rewrite(41, recordedBy="clerk:9")
        self.verify_catches("forked")
        self.check_catches("forked", self.first)

    def test_another_s_key_verifies_nothing(self):
        other = self.folder / "another.ledger"
        done(other, "init")
        key = done(other, "audit", "key").strip()
        outcome = self.audit("verify", "--json", "--key", key)
        self.assertEqual(outcome.returncode, 1)
        self.assertEqual(
            {told["problem"] for told in json.loads(outcome.stdout)["problems"]}, {"foreignKey"})

    def test_a_line_that_is_no_key_of_a_ledger_is_refused(self):
        own = self.beside("vkeys").read_text()
        for text in ("x\n", own.strip(), own + own, own.replace("acquis/", "acquit/")):
            self.beside("vkeys").write_text(text)
            for words in (["verify"], ["key"], ["checkpoint"]):
                self.refused(self.audit(*words), 3, ".vkeys", "line")


class Lost(Keys):
    def test_nothing_is_signed_and_the_way_on_is_told(self):
        self.lose()
        for words in (["checkpoint"], ["prove", "1", "--tlog-proof"]):
            self.refused(self.audit(*words), 3, ".signing", "put it back", "audit key --new")
        # What was signed is still proven.
        proof = self.audit("prove", "1", "--tlog-proof", "--size", str(self.sizes[0]))
        self.assertEqual(proof.returncode, 0, proof.stderr)
        self.assertTrue(proof.stdout.endswith(self.first))

    def test_another_begins_and_it_is_told_where(self):
        former, = self.vkeys()
        size = self.sizes[1] + 4
        told = self.begin()
        present = told["key"]
        self.assertNotEqual(present, former)
        self.assertEqual(
            [(key["key"], key["from"]) for key in told["keys"]],
            [(former, self.sizes[0]), (present, size)])
        self.assertEqual(self.vkeys(), [former, present])
        self.assertEqual(self.beside("signing").stat().st_mode & 0o777, 0o600)
        notes = self.signed.read_text()
        self.assertTrue(notes.startswith(self.first + "\n" + self.second + "\n"))
        third = notes.removeprefix(self.first + "\n" + self.second + "\n")
        self.assertEqual(third.splitlines()[:2], [present.split("+")[0], str(size)])
        self.assertEqual(done(self.ledger, "audit", "checkpoint"), third)
        self.assertEqual(json.loads(done(self.ledger, "log", "--root", "--json"))["size"], size)
        self.verify_passes()
        for text in (
                f"another key signs from size {size} on: {present.split('+')[0]}",
                "all of which match: 3"):
            self.assertIn(text, done(self.ledger, "audit", "verify"))
        for note in (self.first, self.second, third):
            self.check_passes(note)

    def test_the_keys_as_they_are_printed_serve_for_every_note(self):
        former, = self.vkeys()
        present = self.begin()["key"]
        outcome = self.audit("key")
        self.assertEqual(outcome.stdout, f"{present}\n{former}\n")
        self.assertIn(f"from size {self.sizes[0]} on", outcome.stderr)
        self.assertIn(f"from size {self.sizes[1] + 4} on", outcome.stderr)
        keys = self.folder / "acquis.vkey"
        keys.write_text(outcome.stdout)
        self.assertEqual(self.told("verify", "--key", str(keys))["problems"], [])
        against = self.folder / "first"
        against.write_text(self.first)
        self.assertTrue(
            self.told("check", "--against", str(against), "--key", str(keys))["continues"])
        copy = self.folder / "copy.jsonl"
        done(self.ledger, "export", "jsonl", "--to", str(copy))
        end = json.loads(copy.read_text().splitlines()[-1])["end"]
        self.assertEqual(end["keys"], [former, present])
        other = self.folder / "other.ledger"
        done(other, "restore", str(copy), "--against", str(against), "--key", str(keys))
        self.assertEqual(
            (self.folder / "other.ledger.vkeys").read_text(), f"{former}\n{present}\n")
        self.assertEqual(
            (self.folder / "other.ledger.signed").read_bytes(), self.signed.read_bytes())
        self.assertEqual(json.loads(done(other, "audit", "verify", "--json"))["checkpoints"], 3)

    def test_a_former_key_put_back_signs_nothing(self):
        lost = self.beside("signing").read_text()
        self.begin()
        present = self.beside("signing").read_text()
        self.beside("signing").write_text(lost)
        kept = self.signed.read_bytes()
        enrol(self.ledger, [{**LATER[0], "data": {**LATER[0]["data"], "candidacy": "MORE"}}])
        self.refused(self.audit("checkpoint"), 3, "former")
        self.assertEqual(self.signed.read_bytes(), kept)
        self.verify_catches("formerKey")
        self.beside("signing").write_text(present)
        self.verify_passes()
        done(self.ledger, "audit", "checkpoint")

    def test_a_former_key_that_signed_on_elsewhere(self):
        twin = self.folder / "twin.ledger"
        for suffix in ("", ".signing", ".vkeys", ".signed"):
            shutil.copy(f"{self.ledger}{suffix}", f"{twin}{suffix}")
        self.begin()
        event = {**LATER[0], "id": "01790c5e-5c00-7000-8000-000000000001",
                 "data": {**LATER[0]["data"], "candidacy": "MORE"}}
        enrol(twin, [event])
        late = done(twin, "audit", "checkpoint")
        enrol(self.ledger, [event])
        self.signed.write_text(self.signed.read_text() + "\n" + late)
        problems = {told["problem"] for told in self.verified()["problems"]}
        self.assertTrue(problems <= {"formerKey", "forked"} and problems, problems)

    def test_another_begins_only_where_there_is_none(self):
        before = {file.name: file.read_bytes() for file in self.folder.iterdir()}
        self.refused(self.audit("key", "--new"), 3, ".signing", "nothing was changed")
        self.refused(self.audit("key", "--key", self.vkeys()[0]), 2, "--new")
        self.assertEqual(before, {f.name: f.read_bytes() for f in self.folder.iterdir()})

    def test_of_several_who_begin_one_does(self):
        self.lose()
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            outcomes = list(pool.map(lambda _: self.audit("key", "--new"), range(6)))
        self.assertEqual(sorted(outcome.returncode for outcome in outcomes), [0, 3, 3, 3, 3, 3])
        self.assertEqual(len(self.vkeys()), 2)
        self.verify_passes()
        done(self.ledger, "audit", "checkpoint")

    def test_none_begins_on_a_log_that_was_changed(self):
        with self.file() as file:
            file.rewrite(41, recordedBy="clerk:9")
        self.lose()
        before = {file.name: file.read_bytes() for file in self.folder.iterdir()}
        self.refused(self.audit("key", "--new"), 1, "history was changed")
        with self.file() as file:
            file.cut(self.sizes[0])
        before = {file.name: file.read_bytes() for file in self.folder.iterdir()}
        self.refused(self.audit("key", "--new"), 1, "events are missing")
        self.assertEqual(before, {f.name: f.read_bytes() for f in self.folder.iterdir()})

    def test_where_the_public_key_is_lost_too(self):
        former, = self.vkeys()
        self.lose("signing", "vkeys")
        self.refused(self.audit("key", "--new"), 3, "--key VKEY")
        self.refused(self.audit("key"), 3, ".signing")
        other = self.folder / "another.ledger"
        done(other, "init")
        theirs = done(other, "audit", "key").strip()
        self.refused(self.audit("key", "--new", "--key", theirs), 1, "another key")
        self.assertEqual(self.told("key", "--new", "--key", former)["keys"][0]["key"], former)
        self.verify_passes()

    def test_the_key_that_never_signed_is_not_replaced_unseen_either(self):
        other = self.folder / "another.ledger"
        done(other, "init")
        key = done(other, "audit", "key")
        (self.folder / "another.ledger.signing").unlink()
        self.assertEqual(done(other, "audit", "key"), key)
        self.refused(run(other, "audit", "checkpoint"), 3, "audit key --new")
        told = json.loads(done(other, "audit", "key", "--new", "--json"))
        self.assertEqual([one["key"] for one in told["keys"]], [key.strip(), told["key"]])
        self.assertIsNone(told["keys"][0]["from"])

    def test_no_draft_stays(self):
        self.begin()
        for suffix in ("signing.new-12", "signed.new-12", "signed.new"):
            self.beside(suffix).write_text("left by a kill")
        enrol(self.ledger, [{**LATER[0], "data": {**LATER[0]["data"], "candidacy": "MORE"}}])
        done(self.ledger, "audit", "checkpoint")
        self.assertEqual([file.name for file in self.folder.glob("*.new*")], [])


class Copied(Keys):
    def copy(self, ledger=None):
        return subprocess.run(
            [ACQUIS, "export", "jsonl", "--ledger", str(ledger or self.ledger)],
            capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})

    def test_a_restored_ledger_is_verified_without_any_key_of_the_old_one(self):
        copy = self.folder / "copy.jsonl"
        copy.write_bytes(self.copy().stdout)
        other = self.folder / "other.ledger"
        done(other, "restore", str(copy))
        self.assertEqual(
            (self.folder / "other.ledger.vkeys").read_bytes(), self.beside("vkeys").read_bytes())
        told = json.loads(done(other, "audit", "verify", "--json"))
        self.assertEqual((told["checkpoints"], told["signatures"]), (2, "checked"))
        self.assertEqual(self.copy(other).stdout, copy.read_bytes())
        shutil.copy(self.beside("signing"), self.folder / "other.ledger.signing")
        done(other, "audit", "checkpoint")

    def test_keys_of_another_ledger_that_lie_at_the_place_are_not_taken_for_its_own(self):
        copy = self.folder / "copy.jsonl"
        copy.write_bytes(self.copy().stdout)
        foreign = self.folder / "foreign.ledger"
        done(foreign, "init")
        for suffix in ("vkeys", "signing"):
            other = self.folder / "other.ledger"
            there = self.folder / f"other.ledger.{suffix}"
            shutil.copy(self.folder / f"foreign.ledger.{suffix}", there)
            kept = there.read_bytes()
            self.assertEqual(run(other, "restore", str(copy)).returncode, 3, suffix)
            self.assertEqual(list(self.folder.glob("other*")), [there])
            self.assertEqual(there.read_bytes(), kept)
            there.unlink()

    def test_a_restored_ledger_with_a_new_vault_signs_on_with_its_own_key(self):
        copy = self.folder / "copy.jsonl"
        copy.write_bytes(self.copy().stdout)
        other = self.folder / "other.ledger"
        done(other, "restore", str(copy), "--new-vault")
        # Which key signs on is for a person to say.
        self.assertEqual(run(other, "audit", "checkpoint").returncode, 3)
        done(other, "audit", "key", "--new")
        told = json.loads(done(other, "audit", "key", "--json"))
        self.assertEqual(
            [key["from"] for key in told["keys"]], [self.sizes[0], self.sizes[1] + 4])
        self.assertEqual(json.loads(done(other, "audit", "verify", "--json"))["problems"], [])

    def test_a_restoration_that_fails_leaves_no_key(self):
        lines = self.copy().stdout.splitlines(keepends=True)
        copy = self.folder / "copy.jsonl"
        copy.write_bytes(b"".join(lines[:-1]))
        other = self.folder / "other.ledger"
        for words in ([], ["--new-vault"]):
            self.assertEqual(run(other, "restore", str(copy), *words).returncode, 2)
            self.assertEqual(list(self.folder.glob("other*")), [])

    def test_no_copy_is_made_of_a_log_that_contradicts_its_notes(self):
        with self.file() as file:
            file.rewrite(41, recordedBy="clerk:9")
        outcome = self.copy()
        self.assertEqual((outcome.returncode, outcome.stdout), (3, b""))
        self.assertIn(b"stored checkpoint 2", outcome.stderr)
        copy = self.folder / "copy.jsonl"
        self.refused(run(self.ledger, "export", "jsonl", "--to", str(copy)), 3, "checkpoint 2")
        self.assertFalse(copy.exists())
        self.setUp()
        with self.file() as file:
            file.cut(self.sizes[1] - 1)
        outcome = self.copy()
        self.assertEqual((outcome.returncode, outcome.stdout), (3, b""))

    def test_a_note_before_the_last_is_held_against_the_bytes_too(self):
        text = self.signed.read_text()
        self.signed.write_text(text.replace(f"\n{self.sizes[0]}\n", f"\n{self.sizes[0] - 1}\n"))
        outcome = self.copy()
        self.assertEqual(outcome.returncode, 3)
        self.assertNotIn(b'{"end"', outcome.stdout)
        self.assertIn(b"stored checkpoint 1", outcome.stderr)


if __name__ == "__main__":
    unittest.main()
