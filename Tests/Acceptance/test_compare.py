"""What changed between two states of knowledge: a validation annulled under an award, another
corrected, persons merged and corrected, and checkpoints of an honest past and of another.

Reads the program's path from $ACQUIS.
"""

import csv
import io
import json
import unittest

from trials import Trials, event, identity, run

CODE = "RNCP38052"
DAY = "2026-11-25"


def registered(number, name, first):
    return event(
        "CandidateRegistered", "2026-01-05", candidate=f"P{number}",
        identity={**identity(number), "birthName": name, "firstNames": [first]})


def enrolled(number):
    return event(
        "CandidateEnrolled", "2026-01-06", candidacy=f"D{number}", candidate=f"P{number}",
        certification=CODE, pathway="continuingTraining", public="employee")


def validated(number, block):
    return event(
        "BlockValidated", "2026-06-18", jury="J1", candidacy=f"D{number}",
        block=f"{CODE}BC0{block}")


class Visits(Trials):
    """D1 is certified, D5 holds a block, D6 and D7 are of one person under two ids."""

    def setUp(self):
        super().setUp()
        self.init()
        members = [{"member": f"M{number}", "role": role} for number, role in enumerate(
            ("president", "humanResources", "operations"), 1)]
        self.imported(
            registered(1, "Dupont", "Marie"), enrolled(1),
            registered(5, "Petit", "Anne-Lise"), enrolled(5),
            registered(6, "Dupond", "Marie"), enrolled(6), registered(7, "Martin", "Zoé"),
            enrolled(7),
            event("JuryConvened", "2026-05-04", jury="J1", certification=CODE,
                  sessionOn="2026-06-18", mode="onSite", members=members),
            *(event("CandidateSummoned", "2026-05-05", jury="J1", candidacy=f"D{number}")
              for number in (1, 5)),
            event("JuryHeld", "2026-06-18", jury="J1", present=["M1", "M2", "M3"]),
            *(validated(1, block) for block in (1, 2, 3, 4)), validated(5, 1),
            event("CertificationAwarded", "2026-06-18", candidacy="D1", jury="J1"),
            event("CertificateIssued", "2026-06-20", candidacy="D1", number="2026-001"))
        self.before = self.log_size()

    def position(self, kind, **data):
        for text in self.done("log", "--type", kind).splitlines():
            entry = json.loads(text)
            if all(entry["data"].get(field) == value for field, value in data.items()):
                return entry["position"]
        return self.fail(f"no {kind} {data}")

    def mend(self):
        """The six entries of the visit's year."""
        self.done("annul", str(self.position(
            "BlockValidated", candidacy="D1", block=f"{CODE}BC04")), "--reason",
            "mauvaise ligne", "--by", "clerk:marie", "--yes")
        self.done("correct", str(self.position("BlockValidated", candidacy="D5")),
                  f"block={CODE}BC02", "--reason", "erreur de bloc", "--by",
                  "clerk:marie")
        self.imported(
            {**event("CandidateIdentityCorrected", "2026-11-24", candidate="P6",
                     identity={**identity(6), "birthName": "Dupont", "firstNames": ["Marie"]}),
             "recordedBy": "clerk:paul"},
            event("CandidateMerged", "2026-11-24", candidate="P6", into="P1"),
            event("CandidateMerged", "2026-11-24", candidate="P7", into="P1"))

    def compared(self, *asked, status=1):
        outcome = run(self.ledger, "compare", *asked, "--on", DAY)
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        return outcome.stdout

    def changes(self, *asked, **options):
        lines = map(json.loads, self.compared(*asked, "--json", **options).splitlines())
        return {(change["subject"], change["field"]): change for change in lines}

    def test_each_change_has_its_entries(self):
        self.mend()
        first = self.before + 1
        changes = self.changes("--known", str(self.before))
        lost = changes["candidacy:D1", f"blocks.{CODE}BC04"]
        self.assertEqual((lost["before"]["state"], lost["after"]["state"]),
                         ("validated", "missing"))
        self.assertEqual((lost["because"], lost["recordedBy"], lost["reason"]),
                         ([first], ["clerk:marie"], None))
        self.assertEqual(changes["candidacy:D1", "toReview"]["after"][0]["rule"], "R08")
        self.assertNotIn(("candidacy:D1", "status"), changes)
        self.assertNotIn(("candidacy:D1", "certificate"), changes)
        self.assertEqual(changes["candidacy:D5", f"blocks.{CODE}BC01"]["because"],
                         [first + 1, first + 2])
        self.assertEqual(changes["candidacy:D5", f"blocks.{CODE}BC02"]["because"], [first + 2])
        self.assertEqual(changes["candidate:P6", "identity"]["because"], [first + 3])
        self.assertEqual(changes["candidate:P6", "identity"]["recordedBy"], ["clerk:paul"])
        for number in (6, 7):
            merged = changes[f"candidacy:D{number}", "candidate"]
            self.assertEqual((merged["before"], merged["after"]), (f"P{number}", "P1"))
            self.assertEqual(merged["because"], [first + number - 2])
        self.assertTrue(any(field.startswith("findings.R08.") for _, field in changes))
        self.assertNotIn("Dupont", json.dumps([*changes.values()]))

    def test_the_worst_comes_first(self):
        self.mend()
        subjects = [subject for subject, _ in self.changes("--known", str(self.before))]
        # A subject's changes stand together.
        self.assertEqual(len(set(subjects)), sum(
            left != right for left, right in zip([None, *subjects], subjects)))
        self.assertEqual(subjects[0], "candidacy:D1")
        self.assertLess(subjects.index("candidacy:D5"), subjects.index("candidacy:D6"))

    def test_names_and_reasons_are_opened_where_they_are_asked_for(self):
        self.mend()
        told = self.compared("--known", str(self.before), "--names", "--lang", "fr")
        for text in ("Au 25 novembre 2026", "6 entrées entre les deux",
                     "par clerk:1, clerk:marie, clerk:paul", "Changé : 4 candidatures sur 4",
                     "D1  Marie DUPONT", "À REVOIR (R08)", "« mauvaise ligne »",
                     "« erreur de bloc »", "nom de naissance corrigé, Dupond → Dupont",
                     "délais ouverts  1 → 2", "2026-001  inchangé, en circulation",
                     "Rien d’autre n’a changé", "2 certifications"):
            self.assertIn(text, told)
        hidden = self.compared("--known", str(self.before), "--lang", "en")
        for text in ("Dupon", "mauvaise", "erreur"):
            self.assertNotIn(text, hidden)
        named = self.changes("--known", str(self.before), "--names")
        self.assertEqual(
            named["candidacy:D1", f"blocks.{CODE}BC04"]["reason"], "mauvaise ligne")

    def test_only_some_candidacies_and_a_spreadsheet(self):
        self.mend()
        only = self.changes("--known", str(self.before), "--only", "certified")
        self.assertEqual({subject for subject, _ in only}, {"candidacy:D1"})
        self.assertEqual(self.compared(
            "--known", str(self.before), "--only", "refused", "--json", status=0), "")
        rows = list(csv.DictReader(io.StringIO(
            self.compared("--known", str(self.before), "--csv"))))
        self.assertEqual(len(rows), len(self.changes("--known", str(self.before))))
        self.assertEqual(rows[0]["subject"], "candidacy:D1")
        self.stops(2, "compare", "--known", "1", "--only", "certifie")

    def test_without_the_rules_the_rest_is_the_same(self):
        self.mend()
        whole = self.changes("--known", str(self.before))
        rest = self.changes("--known", str(self.before), "--no-findings")
        self.assertEqual(rest, {key: change for key, change in whole.items()
                                if not key[1].startswith("findings.")})
        self.assertIn("rules not checked", self.compared(
            "--known", str(self.before), "--no-findings", "--lang", "en"))

    def test_nothing_changed(self):
        told = self.compared("--known", str(self.before), "--lang", "en", status=0)
        self.assertIn("Nothing changed", told)
        self.assertIn("1 jury, 2 certifications, 4 candidacies", told)
        self.assertEqual(
            self.compared("--known", "end", "--known", "fin", "--json", status=0), "")
        self.stops(2, "compare", "--known", "9", "--known", "8")
        self.stops(2, "compare", "--known", "9", "--known", "8", "--known", "7")
        self.stops(2, "compare")
        self.stops(2, "status", "D1", "--known", "9", "--known", "8")

    def test_a_checkpoint_is_a_state_of_knowledge_of_every_question(self):
        note = self.folder / "mars.checkpoint"
        note.write_text(self.done("audit", "checkpoint"))
        self.mend()
        self.assertEqual(
            self.changes("--known", str(note)), self.changes("--known", str(self.before)))
        then = self.answer("status", "D1", "--known", str(note), "--on", DAY)
        self.assertEqual(then["known"], self.before)
        self.assertEqual(
            then, self.answer("status", "D1", "--known", str(self.before), "--on", DAY))

    def test_a_checkpoint_of_another_past_is_refused(self):
        note = self.folder / "mars.checkpoint"
        signed = self.done("audit", "checkpoint")
        origin, size, root, *rest = signed.split("\n")
        note.write_text("\n".join([origin, size, "A" + root[1:] if root[0] != "A" else
                                   "B" + root[1:], *rest]))
        for asked in (("compare",), ("status", "D1"), ("candidates",)):
            outcome = self.stops(1, *asked, "--known", str(note))
            self.assertIn(str(note), outcome.stderr)
            self.assertEqual(outcome.stdout, "")
        other = self.folder / "other.ledger"
        self.assertEqual(run(other, "init").returncode, 0)
        note.write_text(self.done("audit", "checkpoint", ledger=other))
        self.stops(1, "compare", "--known", str(note))
        note.write_text("not a note\n")
        self.stops(2, "compare", "--known", str(note))
        note.write_text(signed + "\n" + signed)
        self.stops(2, "compare", "--known", str(note))
        self.stops(2, "compare", "--known", str(self.folder / "absent.checkpoint"))


if __name__ == "__main__":
    unittest.main()
