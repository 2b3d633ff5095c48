"""The answer of the Caisse des Dépôts to a flow: taken in once, all or none, with what is told of it.

Reads the program's path from $ACQUIS.
"""

import json
import pathlib
import re
import sys
import unittest

from trials import Trials, event, run, together, words

REFUSED = "Aucun titulaire ne correspond aux critères obligatoires (secretmessage)"
THERE = ("Le passage certification avec le bcr émetteur 00XXX000 et l'id technique partenaire "
         "{} existe déjà en base")
SAMPLE = pathlib.Path(__file__).resolve().parents[3] / "shared/reference/cpf-rapport-sample.xml"
BLOCKS = "RNCP38052BC01,RNCP38052BC02,RNCP38052BC03,RNCP38052BC04"


def answer(flow="F-2026-03", treatment="51354", accepted=(), rejected=()):
    """An answer of test data; the rejected ones are pairs of an id and a message."""
    refused = "".join(
        f"<passage><idTechnique>{one}</idTechnique>\n<messageErreur>{why}</messageErreur></passage>\n"
        for one, why in rejected)
    taken = "".join(f"<idTechnique>{one}</idTechnique>\n" for one in accepted)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<rapport xmlns:ns2="urn:cdc:cpf:pc5:rapport:schema">\n'
        f"<nomFichier>flux.xml</nomFichier><idFlux>{flow}</idFlux>\n"
        f"<idTraitement>{treatment}</idTraitement>\n"
        f"<PassagesKO>\n{refused}</PassagesKO>\n<PassagesOK>\n{taken}</PassagesOK>\n</rapport>\n")


class FlowAnswers(Trials):
    """Three persons awarded, and sent in one flow."""

    def setUp(self):
        super().setUp()
        self.init()
        self.imported(*[
            event("CandidateRegistered", "2025-01-06", candidate=f"P{number}", identity={
                "birthName": f"Nomsecret{number}x", "firstNames": ["Essai"]})
            for number in (1, 2, 3)])
        for number in (1, 2, 3):
            self.record("2025-01-06", "CandidateEnrolled", f"candidacy=D{number}",
                        f"candidate=P{number}", "certification=RNCP38052",
                        "pathway=continuingTraining", "public=employee")
        self.imported(*[
            event("JuryConvened", "2026-01-05", jury="J1", certification="RNCP38052",
                  sessionOn="2026-02-02", mode="onSite", place="Essai", members=[
                      {"member": "M1", "role": "president"}]),
            *[event("BlockValidated", "2026-02-02", jury="J1", candidacy=f"D{number}", block=block)
              for number in (1, 2, 3) for block in BLOCKS.split(",")],
            *[event("CertificationAwarded", "2026-02-02", jury="J1", candidacy=f"D{number}")
              for number in (1, 2, 3)]])
        self.record(
            "2026-03-02", "AwardDeclared", "candidacy=D1,D2,D3", "flow=F-2026-03")
        self.awards = self.ids("CertificationAwarded")

    def record(self, day, *asked):
        return self.done("record", *asked, "--on", day, "--by", "clerk:1")

    def events(self, kind):
        lines = self.done("log", "--type", kind).splitlines()
        return [json.loads(line) for line in lines]

    def ids(self, kind):
        return {one["data"]["candidacy"]: one["id"] for one in self.events(kind)}

    def answers(self):
        return [(one["data"]["candidacy"], one["data"]["flow"], one["data"]["outcome"],
                 "grounds" in one["data"]) for one in self.events("DeclarationAnswered")]

    def given(self, text, name="reponse.xml"):
        file = self.folder / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(file)

    def take(self, text, *asked, **options):
        return run(self.ledger, "import", "--cpf", self.given(text), "--by", "clerk:1", *asked,
                   **options)

    def taken(self, text, *asked):
        outcome = self.take(text, *asked, "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return json.loads(outcome.stdout)

    def whole(self, **given):
        """Accepted, rejected, and there already."""
        return answer(
            accepted=[self.awards["D1"]],
            rejected=[(self.awards["D2"], REFUSED),
                      (self.awards["D3"], THERE.format(self.awards["D3"]))], **given)

    def declaration(self, candidacy):
        told = self.answer("status", candidacy)["declaration"]
        return told["answer"], told["flow"]

    def nothing(self, text, status, *said, asked=()):
        """A file that is refused, and of which nothing stays; nobody's data is told."""
        before = self.log_size()
        self.refused(self.take(text, *asked), status, *said)
        self.assertEqual(self.log_size(), before)


class TakenIn(FlowAnswers):
    def test_each_passage_is_answered_and_an_answer_again_changes_nothing(self):
        told = self.taken(self.whole(), "--on", "2026-03-20")
        self.assertEqual(
            {key: told[key] for key in (
                "flow", "treatment", "accepted", "rejected", "already", "unchanged", "unknown",
                "unanswered", "findings", "rejections")},
            {"flow": "F-2026-03", "treatment": "51354", "accepted": 1, "rejected": 1,
             "already": 1, "unchanged": 0, "unknown": [], "unanswered": 0, "findings": [],
             "rejections": [{"candidacy": "D2", "candidate": "P2"}]})
        self.assertEqual(told["last"] - told["first"], 2)
        self.assertEqual(
            sorted(self.answers()),
            [("D1", "F-2026-03", "accepted", False), ("D2", "F-2026-03", "rejected", True),
             ("D3", "F-2026-03", "accepted", False)])
        self.assertEqual(self.declaration("D1"), ("accepted", "F-2026-03"))
        self.assertEqual(self.declaration("D2"), ("rejected", "F-2026-03"))
        self.assertEqual(self.declaration("D3"), ("accepted", "F-2026-03"))
        size = self.log_size()
        for day in ("2026-03-20", "2026-04-02"):
            again = self.taken(self.whole(), "--on", day)
            self.assertEqual((again["unchanged"], again["first"]), (3, None))
        self.assertIn("3 answers recorded already", self.take(self.whole()).stdout)
        french = self.take(self.whole(), "--lang", "fr").stdout
        self.assertIn("3 réponses déjà enregistrées", french)
        self.assertEqual(self.log_size(), size)

    def test_an_answer_is_known_again_after_a_later_one(self):
        self.taken(self.whole())
        later = self.taken(answer(treatment="60000", accepted=[self.awards["D2"]]))
        self.assertEqual((later["accepted"], later["unchanged"]), (1, 0))
        self.assertEqual(self.declaration("D2"), ("accepted", "F-2026-03"))
        size = self.log_size()
        self.assertEqual(self.taken(self.whole())["unchanged"], 3)
        self.assertEqual(self.declaration("D2"), ("accepted", "F-2026-03"))
        self.assertEqual(self.log_size(), size)

    def test_two_at_once_record_it_once(self):
        file = self.given(self.whole())
        size = self.log_size()
        commands = [
            words(self.ledger, "import", "--cpf", file, "--by", who, "--on", day, "--json")
            for who, day in [("clerk:1", "2026-03-20"), ("clerk:2", "2026-03-21")] * 2]
        outcomes = together(commands)
        self.assertEqual([one.returncode for one in outcomes], [0] * 4, outcomes)
        told = [json.loads(one.stdout) for one in outcomes]
        self.assertEqual(sorted(one["unchanged"] for one in told), [0, 3, 3, 3])
        self.assertEqual(self.log_size(), size + 3)

    def test_a_trial_records_nothing(self):
        size = self.log_size()
        told = self.taken(self.whole(), "--dry-run")
        self.assertEqual((told["allowed"], told["accepted"], told["rejected"]), (True, 1, 1))
        self.assertIn("3 events would be added", self.take(self.whole(), "--dry-run").stdout)
        self.assertEqual(self.log_size(), size)

    def test_standard_input(self):
        outcome = run(
            self.ledger, "import", "--cpf", "-", "--by", "clerk:1", "--json", input=self.whole())
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(len(self.answers()), 3)

    def test_a_message_is_sealed_and_shown_to_who_may_name_persons(self):
        told = self.take(self.whole())
        self.assertNotIn("secret", told.stdout + told.stderr)
        self.assertIn("`--names` shows them", told.stdout)
        self.assertIn("acquis export cpf --record", told.stdout)
        named = self.take(self.whole(), "--names").stdout
        self.assertIn(f"Essai NOMSECRET2X (D2): {REFUSED}", named)
        rejection, = self.taken(self.whole(), "--names")["rejections"]
        self.assertEqual(
            rejection, {"candidacy": "D2", "candidate": "P2", "message": REFUSED})
        for file in self.folder.glob("test.ledger*"):
            self.assertNotIn(b"secretmessage", file.read_bytes(), file)
        held = self.done("candidate", "P2", "--all", "--names")
        self.assertIn(REFUSED, re.sub(r"\s+", " ", held))

    def test_an_unknown_id_is_told_and_the_others_are_recorded(self):
        other = "0197aaaa-0000-7000-8000-000000000003"
        text = answer(accepted=[self.awards["D1"], other, "X-12", "Nomsecret Essai"])
        told = self.take(text)
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn(f"line 9: {other}", told.stdout)
        self.assertIn("line 10: X-12", told.stdout)
        self.assertNotIn("secret", told.stdout.lower())
        self.assertIn("2 awards of that flow remain without an answer", told.stdout)
        self.assertEqual([one[0] for one in self.answers()], ["D1"])
        self.assertEqual(self.taken(text)["unknown"][:2], [other, "X-12"])

    def test_many_unknown_ids_are_counted(self):
        told = self.take(answer(accepted=[f"X-{number}" for number in range(120)])).stdout
        self.assertIn("line 57: X-49", told)
        self.assertNotIn("X-50", told)
        self.assertIn("and 70 others", told)
        self.assertEqual(self.answers(), [])

    def test_an_award_that_was_revoked_since_is_answered(self):
        self.record("2026-03-10", "CertificationRevoked", "candidacy=D1", "grounds=essai")
        told = self.taken(self.whole(), "--on", "2026-03-20")
        self.assertEqual(told["accepted"], 1)
        self.assertIn(("D1", "F-2026-03", "accepted", False), self.answers())

    def test_an_award_that_was_annulled_since_is_answered(self):
        self.done("annul", self.awards["D1"], "--reason", "essai", "--yes", "--by", "clerk:1")
        told = self.taken(self.whole(), "--on", "2026-03-20")
        self.assertEqual(told["accepted"], 1)
        self.assertEqual(len(self.answers()), 3)

    def test_an_award_made_anew_after_the_deposit_is_not_answered_whatever_its_day(self):
        for number, day in ((1, "2026-02-20"), (2, "2026-03-02"), (3, "2026-03-10")):
            self.done("annul", self.awards[f"D{number}"], "--reason", "essai", "--yes", "--by", "clerk:1")
            self.imported(event("CertificationAwarded", day, candidacy=f"D{number}"))
        size = self.log_size()
        told = self.taken(answer(accepted=self.awards.values()), "--on", "2026-03-20")
        self.assertEqual(sorted(told["madeAnew"]), sorted(self.awards.values()))
        self.assertEqual((told["accepted"], told["unknown"], told["first"]), (0, [], None))
        self.assertEqual(self.log_size(), size)

    def test_a_message_about_an_erased_person_is_left_out_and_printed_back(self):
        self.done("erase", "P2", "--reason", "demande", "--yes", "--by", "clerk:9")
        told = self.take(self.whole())
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn(f"data.grounds (line 6): {REFUSED}", told.stdout)
        self.assertIn(("D2", "F-2026-03", "rejected", False), self.answers())
        size = self.log_size()
        again = self.taken(self.whole())
        self.assertEqual((again["unchanged"], again.get("leftOut")), (3, None))
        self.assertEqual(self.log_size(), size)

    def test_a_person_erased_afterwards_leaves_the_answer_known(self):
        self.taken(self.whole())
        self.done("erase", "P2", "--reason", "demande", "--yes", "--by", "clerk:9")
        self.assertEqual(self.taken(self.whole())["unchanged"], 3)


class Refused(FlowAnswers):
    def test_files_that_are_no_answer(self):
        whole = self.whole()
        flow = f'<c:flux xmlns:c="urn:x">\n<c:idFlux>F-2026-03</c:idFlux></c:flux>'
        for text, *said in [
            ("", "reponse.xml", "empty"),
            (whole[:-60], "reponse.xml:", "ends before its end"),
            (whole.replace("</idFlux>", "</idFlu>"), "reponse.xml:3", "not well-formed"),
            (flow, "reponse.xml:1", "`flux`", "not the answer"),
            ("<html/>", "`html`", "`rapport`"),
            ('{"type":"x"}', "reponse.xml:1", "not well-formed"),
            (whole.replace("F-2026-03", "F 2026"), "reponse.xml:3", "`idFlux`"),
            (whole.replace("51354", ""), "reponse.xml:4", "`idTraitement`", "missing"),
            (whole.replace(f"<idTechnique>{self.awards['D2']}</idTechnique>", ""),
             "reponse.xml:6", "`idTechnique`", "missing"),
            (whole.replace("UTF-8", "windows-1252"), "windows-1252"),
            ("<!DOCTYPE rapport [<!ENTITY a 'b'>]>" + whole.split("\n", 1)[1], "DOCTYPE"),
        ]:
            with self.subTest(said):
                self.nothing(text, 2, *said)

    def test_both_outcomes_of_one_passage(self):
        award = self.awards["D1"]
        text = answer(accepted=[award], rejected=[(award, REFUSED)])
        self.nothing(text, 2, "reponse.xml:10", "on line 6")

    def test_a_flow_that_the_ledger_does_not_know(self):
        self.nothing(answer(flow="F-2026-04"), 2, "F-2026-04", "near it: F-2026-03")

    def test_the_sample_is_of_a_flow_that_this_ledger_never_sent(self):
        if not SAMPLE.is_file():
            print(f"\nNOT TESTED, for want of {SAMPLE}", file=sys.stderr)
            self.skipTest("no sample")
        self.nothing(SAMPLE.read_bytes(), 2, "FLUX-2026-03")

    def test_an_altered_answer(self):
        self.taken(self.whole())
        awards = self.awards
        self.nothing(
            answer(accepted=[awards["D1"], awards["D2"]]), 2, "reponse.xml:9", "D2", "51354")

    def test_a_day_before_the_deposit_or_to_come(self):
        self.nothing(
            self.whole(), 1, "R23", "2026-03-02", "2026-03-01", asked=("--on", "2026-03-01"))
        self.nothing(self.whole(), 2, "--on", asked=("--on", "2099-01-01"))
        told = self.take(self.whole(), "--on", "2026-03-01", "--json")
        self.assertEqual(json.loads(told.stdout)["refused"][0]["rule"], "R23")
        self.taken(self.whole(), "--on", "2026-03-02")

    def test_what_does_not_go_together(self):
        file = self.given(self.whole())
        for option in (("--plan", "x"), ("--propose",), ("--to", "x")):
            outcome = run(self.ledger, "import", "--cpf", file, *option)
            self.assertEqual(outcome.returncode, 2)
            self.assertIn(f"--cpf does not go with {option[0]}", outcome.stderr)

    def test_without_the_option_the_file_is_recognised(self):
        outcome = run(self.ledger, "import", self.given(self.whole()), "--by", "clerk:1")
        self.refused(outcome, 2, "import --cpf")


if __name__ == "__main__":
    unittest.main()
