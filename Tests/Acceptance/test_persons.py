"""Persons at the door: identities that are wrong, a person registered twice, names in any spelling.

Reads the program's path from $ACQUIS.
"""

import json
import unittest

from trials import Trials, enrolment, event, run

DAY = "2021-07-01"  # The first day of which a declaration is owed.


def registration(candidate, name="Nomsecret", first="Marie", born="1990-03-12", **more):
    identity = {"birthName": name, "firstNames": [first], **({"birthDate": born} if born else {})}
    return event("CandidateRegistered", "2021-01-11", candidate=candidate,
                 identity={**identity, **more})


class Identities(Trials):
    def setUp(self):
        super().setUp()
        self.init()

    def test_what_is_wrong_is_refused_and_never_shown(self):
        for field, more in {
                "data.identity.birthName": {"name": " "},
                "data.identity.firstNames[0]": {"first": "secret\u0000"},
                "data.identity.birthDate": {"born": "2999-01-01"},
                "data.identity.birthPlace.postalCode": {"birthPlace": {"postalCode": "secret1234"}},
                "data.identity.birthPlace.inseeCode": {"birthPlace": {"inseeCode": "secret"}},
                "data.identity.birthPlace.countryCode": {"birthPlace": {"countryCode": "secret"}},
                "data.identity.email": {"email": "secret"},
                "data.identity.usageName": {"usageName": "secret" * 11}}.items():
            with self.subTest(field=field):
                file = self.write(registration("P1", **more))
                for words in (("import", file), ("record", "--file", file)):
                    self.assertIn(field, self.stops(2, *words).stderr)
        self.assertEqual(self.log_size(), 2)

    def test_a_correction_is_checked_too(self):
        self.imported(registration("P1"))
        outcome = self.stops(
            2, "correct", "3", "identity.email=secret", "--reason", "x", "--by", "clerk:1")
        self.assertIn("data.identity.email", outcome.stderr)

    def test_what_the_past_does_not_tell_is_left_out(self):
        self.imported(registration("P1", born=None))
        self.imported(registration("P2", birthPlace={"countryCode": "352"}))
        self.assertEqual(self.log_size(), 4)


    def test_who_is_certified_and_cannot_be_declared_is_listed(self):
        whole = {"sex": "F", "birthPlace": {"postalCode": "69003"}}
        for number, more in enumerate((whole, {"sex": "F"}, {"born": None, **whole}), 1):
            self.imported(
                registration(f"P{number}", f"Nomsecret{'abc'[number - 1]}", **more),
                enrolment(number), event("CertificationAwarded", DAY, candidacy=f"D{number}"))
        self.imported(registration("P4", "Autresecret"), enrolment(4))
        told = self.done("candidates", "--declaration", "incomplete", "--json")
        self.assertEqual(
            [json.loads(text)["candidacy"] for text in told.splitlines()], ["D2", "D3"])
        self.file(".master").unlink()
        self.stops(3, "candidates", "--declaration", "incomplete")


class Twice(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        self.imported(registration("P1"))

    def test_a_command_is_refused_unless_it_is_another_person(self):
        file = self.write(registration("P2", "NOMSÉCRET", "marié"))
        outcome = run(self.ledger, "record", "--file", file, "--lang", "en")
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.assertIn("P1", outcome.stderr)
        self.assertIn("--distinct", outcome.stderr)
        self.assertNotIn("secret", outcome.stderr.lower())
        refused = run(self.ledger, "record", "--file", file, "--json")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("P1", json.loads(refused.stdout)["refused"][0]["message"])
        self.assertEqual(run(self.ledger, "record", "--file", file, "--dry-run").returncode, 1)
        self.assertEqual(self.log_size(), 3)
        self.done("record", "--file", file, "--distinct")
        self.assertEqual(self.log_size(), 4)

    def test_an_import_records_and_tells(self):
        file = self.write(registration("P2"), registration("P3", "Autresecret"))
        outcome = run(self.ledger, "import", file, "--lang", "en")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertIn("same birth name", outcome.stderr)
        self.assertNotIn("secret", outcome.stderr.lower())
        self.assertEqual(self.log_size(), 5)
        self.assertNotIn("knownAlready", self.answer("import", file))
        self.assertEqual(
            [one["candidate"] for one in self.answer(
                "import", self.write(registration("P4")))["knownAlready"]], ["P4"])


class Names(Trials):
    def setUp(self):
        super().setUp()
        self.init()
        people = [("Dupont", "Marie"), ("Le\u00a0Goff", "Yann"), ("Nguyễn", "Anh"),
                  ("N’Diaye", "Jean\u2010Luc"), ("Łukasiewicz", "Søren"), ("Lévêque", "Zoé")]
        for number, (name, first) in enumerate(people, 1):
            self.imported(registration(f"P{number}", name, first), enrolment(number))

    def test_names_are_found_in_any_order_and_spelling(self):
        for text, found in {
                "marie dupont": 1, "dupont marie": 1, "DUPONT": 1, "yann le goff": 2,
                "nguyen": 3, "n'diaye": 4, "N‘Diaye": 4, "jean-luc": 4, "jean luc ndiaye": 4,
                "lukasiewicz soren": 5, "leveque": 6, "Le\u0301ve\u0302que Zoe": 6}.items():
            with self.subTest(name=text):
                self.assertEqual(self.named(text), (0, [f"P{found}"]))
        self.assertEqual(self.named("marie durand"), (0, []))

    def test_a_field_in_clear_names_nobody(self):
        fact = enrolment(1)
        fact["data"].update(candidacy="D9", employer="Cabinet Dupont")
        outcome = self.stops(2, "import", self.write(fact))
        self.assertIn("data.employer", outcome.stderr)
        self.assertNotIn("dupont", outcome.stderr.lower())
        told = self.done("help", "CandidateEnrolled", "--lang", "en")
        self.assertIn("never a person", " ".join(told.split()))


if __name__ == "__main__":
    unittest.main()
