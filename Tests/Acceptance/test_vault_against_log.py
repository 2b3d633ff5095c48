"""A vault that is not the one the log was sealed with: an older one put back, another ledger's, one
that was altered. Nobody erased is named again, nobody is erased in name only, and no second key
is made.

Reads the program's path from $ACQUIS.
"""

import json
import shutil
import unittest

from trials import (
    Trials, event, keys, person, registration, run, vault_of, withdrawal)

ERASE = ("erase", "P1", "--reason", "demande", "--by", "clerk:9", "--yes")
SECRETS = ("nomsecret", "motifsecret")


def correction(number):
    return {**registration(number, "Autresecret"), "type": "CandidateIdentityCorrected"}


class Vaults(Trials):
    """Three persons, one of them with a second text; their vault can be kept and put back."""

    def setUp(self):
        super().setUp()
        self.init()
        shutil.copy(self.file(".vault"), self.folder / "unbound.vault")
        self.imported(*person(1), *person(2), *person(3), withdrawal(3))

    def kept(self):
        shutil.copy(self.file(".vault"), self.folder / "kept.vault")

    def put_back(self, kept="kept.vault"):
        shutil.copy(self.file(".vault"), self.folder / "true.vault")
        shutil.copy(self.folder / kept, self.file(".vault"))

    def true_again(self):
        shutil.copy(self.folder / "true.vault", self.file(".vault"))

    def verified(self, ledger=None):
        """What `vault verify` finds."""
        outcome = run(ledger or self.ledger, "vault", "verify", "--json")
        self.assertIn(outcome.returncode, (0, 1), outcome.stderr)
        told = json.loads(outcome.stdout)
        self.assertEqual(set(told), {"keys", "texts", "problems"})
        self.assertEqual(outcome.returncode, 1 if told["problems"] else 0)
        for secret in SECRETS:
            self.assertNotIn(secret, (outcome.stdout + outcome.stderr).lower())
        return told

    def is_sound(self):
        self.assertEqual(self.verified()["problems"], [])
        self.done("audit", "verify")

    def is_named(self, *found, status=0):
        self.assertEqual(self.named("nomsecret"), (status, sorted(found)))

    def is_told(self, status, *asked, **options):
        """A command that ends so, with a word about it and nothing recorded."""
        size, held = self.log_size(), keys(self.ledger)
        outcome = self.stops(status, *asked, **options)
        self.assertEqual(self.log_size(), size)
        self.assertEqual(keys(self.ledger), held)
        return outcome

    def seals_nothing(self, *events):
        for command in ("import", "record"):
            words = (command, *([] if command == "import" else ["--file"]), self.write(*events))
            self.is_told(3, *words)


class AnOlderVaultAfterAnErasure(Vaults):
    def setUp(self):
        super().setUp()
        self.kept()
        self.done(*ERASE)
        self.put_back()

    def test_nobody_erased_is_named_again(self):
        self.is_named("P2", "P3", status=3)
        outcome = self.stops(3, "candidates", "--name", "nomsecret", "--json")
        self.assertIn("1", outcome.stderr)
        self.assertEqual(self.named("nomsecret1x"), (3, []))

    def test_nothing_is_sealed_about_them(self):
        self.seals_nothing(correction(1))
        self.seals_nothing(withdrawal(1))

    def test_others_are_sealed_and_read_as_before(self):
        self.assertEqual(self.recorded(withdrawal(2)).returncode, 0)

    def test_a_rotation_brings_nobody_back(self):
        run(self.ledger, "vault", "rotate")
        self.is_named("P2", "P3", status=3)

    def test_the_erasure_run_again_repairs_it(self):
        size = self.log_size()
        self.assertEqual(len(self.verified()["problems"]), 1)
        self.done(*ERASE)
        self.is_named("P2", "P3")
        self.assertEqual(self.log_size(), size)
        self.assertEqual(keys(self.ledger, of="candidate:P1"), 0)
        self.is_sound()
        self.assertEqual(run(self.ledger, "import", self.write(correction(1))).returncode, 2)

    def test_the_true_vault_put_back_repairs_it(self):
        self.named("nomsecret")
        self.true_again()
        self.is_named("P2", "P3")
        self.is_sound()

    def test_several_erasures_are_counted_and_each_repaired(self):
        self.true_again()
        self.done("erase", "P2", *ERASE[2:])
        self.put_back()
        self.is_named("P3", status=3)
        self.done(*ERASE)
        self.is_named("P3", status=3)
        self.done("erase", "P2", *ERASE[2:])
        self.is_named("P3")
        self.is_sound()

    def test_a_fact_without_a_text_is_recorded(self):
        self.assertEqual(self.recorded(event(
            "TrainingStarted", "2021-02-01", candidacy="D1")).returncode, 0)


class AVaultThatLacksAKey(Vaults):
    def lacking(self, kept):
        """The vault of before the fourth person, who has a sealed name and a sealed text."""
        self.imported(*person(4), withdrawal(4))
        self.put_back(kept)

    def test_nobody_is_erased_in_name_only(self):
        for kept in ("kept.vault", "unbound.vault"):
            with self.subTest(kept=kept):
                self.tearDown()
                self.setUp()
                self.kept()
                self.lacking(kept)
                self.is_told(3, "erase", "P4", *ERASE[2:])
                self.is_told(3, "erase", "P4", *ERASE[2:], "--json")
                self.assertNotIn(
                    "CandidateIdentityErased", self.done("log", "--subject", "candidate:P4"))
                self.true_again()
                self.is_named("P1", "P2", "P3", "P4")
                self.done("erase", "P4", *ERASE[2:])
                self.is_named("P1", "P2", "P3")
                self.is_sound()

    def test_no_second_key_is_made(self):
        self.kept()
        self.lacking("kept.vault")
        self.seals_nothing(correction(4))
        self.seals_nothing(event("CandidacyReopened", "2021-04-01", candidacy="D4"), withdrawal(4))
        self.assertEqual(keys(self.ledger, of="candidate:P4"), 0)
        self.true_again()
        self.assertEqual(keys(self.ledger, of="candidate:P4"), 1)
        self.is_sound()

    def test_a_search_by_name_tells_whom_it_could_not_read(self):
        self.kept()
        self.lacking("kept.vault")
        self.is_named("P1", "P2", "P3", status=3)
        self.assertEqual(self.named("nomsecret4x"), (3, []))
        outcome = run(self.ledger, "candidates", "--name", "nomsecret")
        self.assertIn("1", outcome.stderr)
        self.assertIn("D2", outcome.stdout)

    def test_a_search_by_name_in_an_empty_vault_is_no_empty_answer(self):
        self.put_back("unbound.vault")
        self.assertEqual(self.named("nomsecret"), (3, []))

    def test_it_is_verified(self):
        self.kept()
        self.lacking("kept.vault")
        told = self.verified()
        self.assertTrue(told["problems"])
        self.assertEqual(told["keys"], 3)

    def test_a_person_who_is_new_to_both_is_recorded(self):
        self.kept()
        self.lacking("kept.vault")
        self.imported(*person(5))
        self.assertEqual(keys(self.ledger, of="candidate:P5"), 1)


class AnotherLedgersVault(Vaults):
    def setUp(self):
        super().setUp()
        self.other = self.folder / "other.ledger"
        self.done("init", ledger=self.other)
        for suffix in (".vault", ".master"):
            shutil.copy(self.file(suffix), self.folder / f"true{suffix}")

    def exchanged(self):
        for suffix in (".vault", ".master"):
            shutil.copy(self.file(suffix, self.other), self.file(suffix))

    def is_refused(self):
        self.exchanged()
        status, found = self.named("nomsecret")
        self.assertEqual((status, found), (3, []))
        self.seals_nothing(correction(1))
        self.is_told(3, *ERASE)
        with vault_of(self.ledger) as vault:
            marks = vault.execute("SELECT mark FROM bound_ledger").fetchall()
        with vault_of(self.other) as vault:
            self.assertEqual(marks, vault.execute("SELECT mark FROM bound_ledger").fetchall())
        outcome = run(self.ledger, "vault", "verify")
        self.assertIn(outcome.returncode, (1, 3))
        self.is_told(3, "backup", str(self.folder / "backup"))
        self.assertFalse((self.folder / "backup").exists())
        for suffix in (".vault", ".master"):
            shutil.copy(self.folder / f"true{suffix}", self.file(suffix))
        self.is_named("P1", "P2", "P3")
        self.is_sound()

    def test_one_that_is_bound_is_refused(self):
        self.imported(*person(1), ledger=self.other)
        self.is_refused()

    def test_one_that_is_bound_to_none_is_refused_and_not_bound(self):
        self.is_refused()


class AnErasureThatTheLogDoesNotSay(Vaults):
    def test_it_is_found_and_finished(self):
        shutil.copy(self.ledger, self.folder / "before.ledger")
        self.done(*ERASE)
        # As a process leaves it that is killed between the keys and the log.
        shutil.copy(self.folder / "before.ledger", self.ledger)
        self.assertEqual(
            [(told["problem"], told["person"]) for told in self.verified()["problems"]],
            [("eventMissing", "candidate:P1")])
        self.done(*ERASE)
        self.is_sound()

    def test_a_search_for_no_name_is_a_wrong_call(self):
        for text in ("", " "):
            self.stops(2, "candidates", "--name", text)


class ADamagedVault(Vaults):
    def altered(self, column="wrapped", person="candidate:P2"):
        with vault_of(self.ledger) as vault:
            value, = vault.execute(
                f"SELECT {column} FROM person_key WHERE person = ?", (person,)).fetchone()
            vault.execute(
                f"UPDATE person_key SET {column} = ? WHERE person = ?",
                (bytes([value[0] ^ 1]) + value[1:], person))

    def test_a_sound_pair_is_verified(self):
        self.assertEqual(self.verified(), {"keys": 3, "texts": 4, "problems": []})
        self.done(*ERASE)
        self.is_sound()
        self.done("vault", "rotate")
        self.is_sound()
        self.assertTrue(self.done("vault", "verify").strip())

    def test_an_altered_row_is_named_by_verification(self):
        for column in ("wrapped", "nonce"):
            self.altered(column)
            with vault_of(self.ledger) as vault:
                key, = vault.execute(
                    "SELECT id FROM person_key WHERE person = 'candidate:P2'").fetchone()
            told = self.verified()
            text = json.dumps(told["problems"])
            self.assertTrue("P2" in text or key in text, text)
            self.assertNotIn("P1", text)
            self.altered(column)
            self.is_sound()

    def test_an_altered_row_stops_that_person_only(self):
        self.altered()
        self.assertIn("1", run(self.ledger, "candidates", "--name", "nomsecret").stderr)
        # Whoever else is asked for is found; that somebody is left out is said.
        self.assertEqual(self.named("nomsecret"), (0, ["P1", "P3"]))
        self.assertEqual(self.recorded(withdrawal(1)).returncode, 0)
        self.seals_nothing(correction(2))

    def test_an_altered_row_does_not_stop_a_rotation(self):
        self.altered()
        master = self.file(".master").read_bytes()
        outcome = run(self.ledger, "vault", "rotate")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertNotEqual(self.file(".master").read_bytes(), master)
        self.assertEqual(keys(self.ledger, of="candidate:P2"), 1)
        self.assertEqual(self.named("nomsecret"), (0, ["P1", "P3"]))
        self.assertTrue(self.verified()["problems"])

    def test_a_person_whose_row_was_altered_can_be_erased(self):
        self.altered()
        self.done("erase", "P2", *ERASE[2:])
        self.is_named("P1", "P3")
        self.is_sound()

    def test_each_damage_is_found(self):
        def lost(vault):
            vault.execute("DELETE FROM person_key WHERE person = 'candidate:P3'")

        def of_another_id(vault):
            vault.execute("UPDATE person_key SET id = 'k-000000000000000000000000'"
                          " WHERE person = 'candidate:P3'")

        def exchanged(vault):
            rows = dict(vault.execute("SELECT person, wrapped FROM person_key"))
            for one, two in (("P2", "P3"), ("P3", "P2")):
                vault.execute("UPDATE person_key SET wrapped = ? WHERE person = ?",
                              (rows[f"candidate:{two}"], f"candidate:{one}"))

        def no_tombstone(vault):
            vault.execute("DELETE FROM erased_person")

        for damage in (lost, of_another_id, exchanged, no_tombstone):
            with self.subTest(damage=damage.__name__):
                self.tearDown()
                self.setUp()
                self.done(*ERASE)
                self.is_sound()
                with vault_of(self.ledger) as vault:
                    damage(vault)
                self.assertTrue(self.verified()["problems"])

    def test_a_key_that_came_back_is_found(self):
        with vault_of(self.ledger) as vault:
            row = vault.execute(
                "SELECT person, id, nonce, wrapped FROM person_key"
                " WHERE person = 'candidate:P1'").fetchone()
        self.done(*ERASE)
        with vault_of(self.ledger) as vault:
            vault.execute("INSERT INTO person_key VALUES (?, ?, ?, ?)", row)
        self.assertTrue(self.verified()["problems"])
        # Their tombstone is there: they are passed over, told or not.
        self.assertEqual(self.named("nomsecret")[1], ["P2", "P3"])
        self.done(*ERASE)
        self.is_named("P2", "P3")
        self.is_sound()


class Merges(Vaults):
    def test_merging_into_an_erased_person_tells_that_a_key_remains(self):
        self.done(*ERASE)
        outcome = self.recorded(event("CandidateMerged", "2021-06-30", candidate="P2", into="P1"))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        said = outcome.stdout + outcome.stderr
        self.assertIn("erase", said)
        self.assertIn("P2", said)
        self.assertEqual(keys(self.ledger, of="candidate:P2"), 1)
        self.done("erase", "P2", *ERASE[2:])
        self.assertEqual(keys(self.ledger), ["candidate:P3"])
        self.is_named("P3")
        self.is_sound()

    def test_merging_two_who_are_not_erased_says_nothing_of_it(self):
        outcome = self.recorded(event("CandidateMerged", "2021-06-30", candidate="P2", into="P3"))
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertNotIn("erase", outcome.stdout + outcome.stderr)


if __name__ == "__main__":
    unittest.main()
