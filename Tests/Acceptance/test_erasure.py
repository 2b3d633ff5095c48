"""A person erased, a master key changed, a vault lost or exchanged: as their users meet it, from outside.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pty
import shutil
import sqlite3
import subprocess
import unittest

from test_command_line import ACQUIS, ENROLMENT, REGISTRATION, WITHDRAWAL, CommandLine, line

IDENTITY = "01790c5e-5c00-7000-8000-000000000001"
ENTERED = {**REGISTRATION, "id": IDENTITY}
OTHER = json.loads(json.dumps({**REGISTRATION, "data": {
    **REGISTRATION["data"], "candidate": "P2"}}).replace("Nomsecret", "Autresecret"))
OTHER_ENROLMENT = {**ENROLMENT, "data": {
    **ENROLMENT["data"], "candidate": "P2", "candidacy": "D2"}}
DAY = "2021-06-30"


class Persons(CommandLine):
    def setUp(self):
        super().setUp()
        self.init()
        outcome = self.import_events(
            ENTERED, ENROLMENT, WITHDRAWAL, OTHER, OTHER_ENROLMENT)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)

    def done(self, *words, **options):
        outcome = self.run_acquis(*words, **options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout

    def answer(self, *words):
        return json.loads(self.done(*words, "--json"))

    def erase(self, *words):
        return self.answer("erase", "P1", "--reason", "demande du 3 mars", *words)

    def named(self, text):
        return [json.loads(text)["candidate"] for text in self.done(
            "candidates", "--name", text, "--json").splitlines()]

    def wrapped(self, person):
        with sqlite3.connect(f"{self.ledger}.vault") as vault:
            return vault.execute(
                "SELECT nonce, wrapped FROM person_key WHERE person = ?", (person,)).fetchone()

    def holds(self, secret):
        """The files in which these bytes stand."""
        return [file.name for file in self.folder.glob("test.ledger*")
                if secret in file.read_bytes()]


class Erasures(Persons):
    def test_a_receipt_tells_what_was_done(self):
        told = self.erase("--by", "clerk:9")
        self.assertEqual(
            (told["candidate"], told["ids"], told["position"], told["texts"], told["backups"]),
            ("P1", ["P1"], 8, 2, []))
        self.assertEqual(told["reason"], "demande du 3 mars")
        self.assertGreater(told["backupsGoneBy"], told["on"])
        entry = json.loads(self.done("log", "--from", "8"))
        self.assertEqual(
            (entry["id"], entry["type"], entry["data"], entry["recordedBy"], entry["occurredOn"]),
            (told["event"], "CandidateIdentityErased", {"candidate": "P1"}, "clerk:9", told["on"]))
        self.assertNotIn("reason", entry)

    def test_a_receipt_is_read_in_both_languages(self):
        told = self.done("erase", "P1", "--reason", "demande", "--lang", "fr")
        self.assertIn("sont effacées", told)
        self.assertIn("position 8", self.done("erase", "P1", "--reason", "asked", "--lang", "en"))

    def test_the_copies_made_before_are_named_with_the_day_they_must_be_gone_by(self):
        with sqlite3.connect(f"{self.ledger}.vault") as vault:
            vault.execute("INSERT INTO backup (made_at, place, fingerprint)"
                          " VALUES (1700000000000000, '/media/coffre', '5f3a')")
        told = self.erase()
        self.assertEqual(told["backups"], [
            {"madeAt": "2023-11-14T22:13:20.000000Z", "place": "/media/coffre",
             "fingerprint": "5f3a"}])
        self.assertIn("/media/coffre", self.done("erase", "P1", "--reason", "x"))

    def test_no_copy_of_the_log_yields_anything_and_no_file_the_key(self):
        nonce, wrapped = self.wrapped("candidate:P1")
        other, _ = self.wrapped("candidate:P2")
        self.assertEqual(self.holds(wrapped), ["test.ledger.vault"])
        old = self.folder / "old"
        old.mkdir()
        shutil.copy(self.ledger, old / "test.ledger")
        self.erase()
        self.assertEqual(self.holds(wrapped) + self.holds(nonce), [])
        self.assertEqual(self.holds(other), ["test.ledger.vault"])
        self.assertFalse(os.path.exists(f"{self.ledger}.vault-journal"))
        for suffix in (".vault", ".master"):
            shutil.copy(f"{self.ledger}{suffix}", old)
        told = self.done("candidates", "--name", "secret", "--json", ledger=old / "test.ledger")
        self.assertEqual(json.loads(told)["candidate"], "P2")

    def test_every_command_goes_on_answering(self):
        asked = [
            ["status", "D1", "--on", DAY], ["candidate", "P1", "--on", DAY],
            ["candidates", "--on", DAY, "--json"], ["candidates", "--csv"], ["windows"],
            ["deadlines", "--within", "400"], ["certification", "3474"], ["statistics", "3474"],
            ["timeline", "candidacy:D1"], ["findings"], ["log", "--to", "7"],
            ["replay", "--digest", "--known", "7"], ["candidates", "--name", "autresecret"]]
        before = [self.done(*words, "--known", "7") if "log" not in words and "--known" not in words
                  else self.done(*words) for words in asked]
        self.erase()
        after = [self.done(*words, "--known", "7") if "log" not in words and "--known" not in words
                 else self.done(*words) for words in asked]
        self.assertEqual(after, before)
        for words in asked:
            self.done(*words)
        self.assertIn("Identity erased", self.done("timeline", "candidate:P1"))
        self.assertEqual(self.named("secret"), ["P2"])
        self.assertEqual(self.answer("candidate", "P1")["candidate"], "P1")

    def test_an_entry_whose_texts_are_gone_is_corrected_without_them(self):
        self.erase()
        entry = json.loads(self.done("log", "--from", "5", "--to", "5"))
        told = self.done(
            "correct", entry["id"], "--on", "2021-04-02", "--reason", "motifgardé", "--lang", "en")
        self.assertIn("kept on paper", told)
        self.assertIn("motifgardé", told)
        annulment, right = (
            json.loads(text) for text in self.done("log", "--from", "9").splitlines())
        self.assertEqual(annulment["type"], "EventAnnulled")
        self.assertNotIn("grounds", annulment["data"])
        self.assertEqual((right["type"], right["occurredOn"], right["data"]), (
            "CandidacyWithdrawn", "2021-04-02", {"candidacy": "D1"}))
        self.assertEqual(self.holds("motifgardé".encode()), [])

    def test_an_entry_about_them_is_annulled_without_grounds(self):
        self.erase()
        told = self.answer("annul", "5", "--reason", "motifgardé")
        self.assertEqual(told["leftOut"], [
            {"line": 1, "field": "data.grounds", "text": "motifgardé"}])
        self.assertNotIn("grounds", json.loads(self.done("log", "--from", "9"))["data"])
        self.assertEqual(self.holds("motifgardé".encode()), [])

    def test_merged_ids_go_together(self):
        self.assertEqual(self.import_events(
            {"type": "CandidateMerged", "occurredOn": DAY, "recordedBy": "clerk:1",
             "data": {"candidate": "P2", "into": "P1"}}).returncode, 0)
        told = self.answer("erase", "P2", "--reason", "x")
        self.assertEqual((told["candidate"], told["ids"], told["texts"]), ("P1", ["P1", "P2"], 3))
        self.assertEqual(self.named("secret"), [])
        self.assertEqual(self.wrapped("candidate:P2"), None)
        self.assertEqual(self.size(), 9)

    def test_a_second_erasure_doubles_nothing(self):
        first, second = self.erase(), self.erase("--by", "clerk:8")
        self.assertEqual(self.size(), 8)
        self.assertEqual((first.pop("recordedNow"), second.pop("recordedNow")), (True, False))
        self.assertEqual(first, second)

    def test_a_line_without_an_id_about_them_is_refused_and_a_fact_is_recorded(self):
        self.erase()
        size = self.size()
        for event, field in (
                (REGISTRATION, "data.identity"),
                ({**WITHDRAWAL, "occurredOn": "2021-04-02"}, "data.grounds"),
                ({**OTHER, "type": "CandidateMerged", "reason": "secret",
                  "data": {"candidate": "P1", "into": "P2"}}, "reason"),
                ({**ENROLMENT, "data": {**ENROLMENT["data"], "candidacy": "D9"}}, "id")):
            self.refused(self.import_events(event), 2, ":1", field, "erased on")
        self.assertEqual(self.wrapped("candidate:P1"), None)
        self.done("record", "CandidacyReopened", "candidacy=D1", "--on", "2021-04-01")
        self.assertEqual(self.size(), size + 1)

    def test_a_text_about_them_is_given_back_and_kept_nowhere(self):
        self.erase()
        self.done("record", "CandidacyReopened", "candidacy=D1", "--on", "2021-04-01")
        told = self.done(
            "record", "CandidacyWithdrawn", "candidacy=D1", "grounds=motifgardé", "--on",
            "2021-04-02", "--reason", "raisongardée", "--lang", "en")
        for text in ("kept on paper", "data.grounds", "motifgardé", "raisongardée"):
            self.assertIn(text, told)
        entry = json.loads(self.done("log", "--from", "10"))
        self.assertEqual(entry["data"], {"candidacy": "D1"})
        self.assertNotIn("reason", entry)
        for text in ("motifgardé", "raisongardée"):
            self.assertEqual(self.holds(text.encode()), [])
        self.assertEqual(self.wrapped("candidate:P1"), None)

    def test_a_receipt_lists_what_stays_in_clear(self):
        self.assertEqual(self.import_events({**OTHER_ENROLMENT, "data": {
            **OTHER_ENROLMENT["data"], "candidacy": "D3", "employer": "Habitat Exemple"}}
        ).returncode, 0)
        fields = [{"position": 8, "field": "data.employer"}]
        words = ("erase", "P2", "--reason", "x")
        self.assertEqual(self.answer(*words, "--dry-run")["inClear"], fields)
        self.assertEqual(self.answer(*words)["inClear"], fields)
        self.assertIn("position 8, data.employer", self.done(*words))

    def test_a_retry_under_its_id_answers_its_position(self):
        self.erase()
        file = self.folder / "again.jsonl"
        file.write_text(line(ENTERED))
        for words in (["import", str(file)], ["record", "--file", str(file)]):
            told = self.answer(*words)
            self.assertEqual((told["first"], told["last"]), (3, 3))
        self.assertEqual(self.size(), 8)

    def test_wrong_calls_destroy_nothing(self):
        self.refused(self.run_acquis("erase", "P1"), 2, "--reason")
        self.refused(self.run_acquis("erase", "P1", "--reason", ""), 2, "--reason")
        self.refused(self.run_acquis("erase", "P3", "--reason", "x"), 2, "P3", "near it: P1")
        self.refused(self.run_acquis("erase", "P1", "--reason", "x", "--by", "M. X"), 2, "--by")
        self.refused(self.run_acquis("erase", "P1", "--reason", "x", "--on", "9999-12-31"), 1, "R15")
        self.refused(
            self.run_acquis("record", "CandidateIdentityErased", "candidate=P1", "--on", DAY), 2,
            "acquis erase")
        self.assertEqual(self.answer(
            "erase", "P1", "--reason", "x", "--dry-run")["texts"], 2)
        self.assertEqual((self.named("secret"), self.size()), (["P1", "P2"], 7))

    def test_a_person_at_a_terminal_is_asked_first(self):
        def at_terminal(typed):
            controller, terminal = pty.openpty()
            try:
                os.write(controller, typed.encode())
                return subprocess.run(
                    [ACQUIS, "erase", "P1", "--reason", "x", "--ledger", str(self.ledger)],
                    stdin=terminal, stdout=subprocess.PIPE, stderr=terminal, timeout=60, check=False)
            finally:
                os.close(controller)
                os.close(terminal)

        for typed in ("\n", "y\n", "P2\n"):
            self.assertEqual(at_terminal(typed).returncode, 2)
        self.assertEqual(self.size(), 7)
        self.assertEqual(at_terminal("P1\n").returncode, 0)
        self.assertEqual(self.size(), 8)


class Members(Persons):
    def setUp(self):
        super().setUp()
        self.assertEqual(self.import_events({
            "type": "JuryConvened", "occurredOn": DAY, "recordedBy": "clerk:1", "data": {
                "jury": "J1", "certification": "3474", "sessionOn": DAY, "mode": "onSite",
                "members": [
                    {"member": "M1", "role": "president", "name": "Membresecret Un",
                     "organisation": "Habitat Exemple"},
                    {"member": "M2", "role": "operations", "name": "Membresecret Deux"}]}}
        ).returncode, 0)

    def test_a_members_key_is_destroyed_and_the_log_says_so(self):
        outlook = self.answer("erase", "--member", "M1", "--reason", "x", "--dry-run")
        self.assertEqual((outlook["member"], outlook["texts"], outlook["erased"]), ("M1", 1, False))
        told = self.answer("erase", "--member", "M1", "--reason", "x", "--by", "clerk:9")
        self.assertEqual((told["member"], told["ids"], told["position"], told["texts"]),
                         ("M1", ["M1"], 9, 1))
        self.assertEqual(told["inClear"], [
            {"position": 8, "field": "data.members.0.organisation"}])
        entry = json.loads(self.done("log", "--from", "9"))
        self.assertEqual((entry["type"], entry["data"]), (
            "JuryMemberIdentityErased", {"member": "M1"}))
        self.assertEqual(self.wrapped("member:M1"), None)
        self.assertNotEqual(self.wrapped("member:M2"), None)
        self.assertFalse(self.answer("erase", "--member", "M1", "--reason", "x")["recordedNow"])
        self.done("vault", "verify")
        self.done("jury", "J1")
        self.assertIn("les données de M1 sont effacées", self.done(
            "erase", "--member", "M2", "--reason", "x", "--lang", "fr").replace("M2", "M1"))

    def test_wrong_calls_destroy_nothing(self):
        self.refused(self.run_acquis("erase", "--reason", "x"), 2, "--member")
        self.refused(
            self.run_acquis("erase", "P1", "--member", "M1", "--reason", "x"), 2, "--member")
        self.refused(self.run_acquis("erase", "--member", "M3", "--reason", "x"), 2, "M3", "M1")
        self.refused(self.run_acquis("erase", "--member", "M1"), 2, "--reason")
        self.refused(self.run_acquis(
            "record", "JuryMemberIdentityErased", "member=M1", "--on", DAY), 2, "acquis erase")
        self.refused(self.import_events({
            "type": "JuryMemberIdentityErased", "occurredOn": DAY, "recordedBy": "clerk:1",
            "data": {"member": "M1"}}), 2, "acquis erase")
        self.assertEqual(self.size(), 8)


class Vaults(Persons):
    def test_a_rotation_keeps_every_text_and_drops_the_old_key(self):
        master = self.folder / "test.ledger.master"
        old, wrapped = master.read_bytes(), self.wrapped("candidate:P1")[1]
        self.assertEqual(self.answer("vault", "rotate")["keys"], 2)
        self.assertNotEqual(master.read_bytes(), old)
        self.assertEqual(self.holds(wrapped) + self.holds(old), [])
        self.assertEqual(master.stat().st_mode & 0o777, 0o600)
        self.assertEqual(sorted(self.named("secret")), ["P1", "P2"])
        self.assertEqual(self.import_events(ENTERED).returncode, 0)
        self.assertEqual(self.size(), 7)
        master.write_bytes(old)
        self.refused(self.run_acquis("candidates", "--name", "x"), 3, "another vault")
        self.refused(self.run_acquis("vault", "rotate"), 3, "another vault")
        self.refused(self.run_acquis("vault", "turn"), 2, "rotate")

    def test_without_the_vault_or_its_master_key_all_but_the_sealed_is_answered(self):
        kept = self.folder / "kept"
        for lost in (".vault", ".master"):
            file = self.folder / f"test.ledger{lost}"
            file.rename(kept)
            for words in (
                    ["status", "D1"], ["candidate", "P1"], ["candidates"], ["windows"], ["log"],
                    ["timeline", "candidate:P1"], ["findings"], ["replay", "--digest"],
                    ["statistics", "3474"], ["deadlines", "--within", "30"]):
                self.done(*words)
            size = self.size()
            self.refused(self.run_acquis("candidates", "--name", "x"), 3, lost)
            self.refused(self.run_acquis("erase", "P1", "--reason", "x"), 3, lost)
            self.refused(self.run_acquis("vault", "rotate"), 3, lost)
            self.refused(self.import_events(
                {**WITHDRAWAL, "occurredOn": "2021-05-01"}), 3, lost, "nothing was recorded")
            self.refused(self.run_acquis(
                "record", "BlockRefused", "--on", DAY, "jury=J1", "candidacy=D2", "block=3474D1",
                "grounds=motifsecret"), 3, lost, "nothing was recorded")
            self.refused(self.run_acquis(
                "correct", IDENTITY, "identity.sex=M", "--reason", "x"), 3, lost)
            self.refused(self.run_acquis("annul", "4", "--reason", "x"), 3, lost)
            self.assertEqual(self.size(), size)
            self.done("record", "TrainingStarted", "candidacy=D2", "--on", DAY)
            self.assertFalse(file.exists(), "no vault is made in its place")
            kept.rename(file)
        self.assertEqual(sorted(self.named("secret")), ["P1", "P2"])

    def test_the_vaults_of_two_ledgers_cannot_be_exchanged(self):
        other = self.folder / "other.ledger"
        self.done("init", ledger=other)
        file = self.folder / "history.jsonl"
        self.done("import", str(file), ledger=other)
        for suffix in (".vault", ".master"):
            mine, theirs = (self.folder / f"{name}{suffix}" for name in ("test.ledger", "other.ledger"))
            mine.rename(self.folder / "kept")
            theirs.rename(mine)
            (self.folder / "kept").rename(theirs)
        for ledger in (self.ledger, other):
            for words in (
                    ["candidates", "--name", "x"], ["import", str(file)], ["vault", "rotate"],
                    ["erase", "P1", "--reason", "x"]):
                self.refused(self.run_acquis(*words, ledger=ledger), 3, "another ledger")
            self.done("status", "D1", ledger=ledger)

    def test_a_ledger_made_beside_another_ones_vault_is_refused(self):
        self.ledger.unlink()
        for suffix in ("-wal", "-shm"):
            (self.folder / f"test.ledger{suffix}").unlink(missing_ok=True)
        self.refused(self.run_acquis("init"), 3, "another ledger")
        self.assertFalse(self.ledger.exists())
        self.assertTrue((self.folder / "test.ledger.vault").exists())


if __name__ == "__main__":
    unittest.main()
