"""What an action changed, and what hangs on an entry before it is annulled or corrected.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pty
import subprocess
import unittest

from jury_scene import CODE, SESSION, JuryScene, decided, event, person, session, summoned
from test_command_line import ACQUIS


def plain(text):
    """A text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class Answers(JuryScene):
    def act(self, *words, language="fr", **options):
        outcome = self.run_acquis(*words, "--by", "clerk:1", "--lang", language, **options)
        outcome.stdout, outcome.stderr = plain(outcome.stdout), plain(outcome.stderr)
        return outcome

    def told(self, *words, language="fr"):
        outcome = self.act(*words, language=language)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout

    def position(self, kind, **data):
        for line in self.done("log", "--type", kind).splitlines():
            entry = json.loads(line)
            if all(entry["data"].get(name) == value for name, value in data.items()):
                return str(entry["position"])
        return self.fail(f"no {kind} {data}")

    def size(self):
        return len(self.done("log").splitlines())

    def certified(self):
        """D1 is certified, has its certificate and is declared."""
        self.given(
            *session(), event("CertificationAwarded", "2026-06-20", candidacy="D1", jury="J1"),
            event("CertificateIssued", "2026-06-22", candidacy="D1", number="2026-001"),
            event("AwardDeclared", "2026-06-23", candidacy="D1", flow="F1"))

    def at_a_terminal(self, answer, *words):
        """What stands on the terminal, and the status, where a person answers."""
        ours, theirs = pty.openpty()
        run = subprocess.Popen(
            [ACQUIS, *words, "--by", "clerk:1", "--lang", "fr", "--ledger", str(self.ledger)],
            stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "ACQUIS_LEDGER": ""})
        os.close(theirs)
        os.write(ours, answer)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            shown += part
        status = run.wait()
        os.close(ours)
        return plain(shown.decode().replace("\r\n", "\n")), status


class Changed(Answers):
    def test_a_decision_tells_the_state_it_leads_to(self):
        self.given(*session()[:-10])
        first = self.told(
            "record", "BlockValidated", "--on", SESSION, "jury=J1", "candidacy=D2",
            f"block={CODE}BC01", "--names").splitlines()
        self.assertRegex(first[0], r"^1 entrée enregistrée ; position \d+$")
        self.assertIn("Thi Lan NGUYEN (D2) : RNCP38052BC01 validé par J1 ; ", first[1])
        self.assertIn("certification partielle, 1 bloc sur 4 ; ", first[1])
        self.assertIn("délai ouvert jusqu’au 18 juin 2031 (position ", first[1])
        second = self.told(
            "record", "BlockRefused", "--on", SESSION, "jury=J1", "candidacy=D2",
            f"block={CODE}BC02", language="en").splitlines()[1]
        self.assertRegex(second, r"^D2: RNCP38052BC02 refused by J1 \(position \d+\)$")

    def test_a_name_is_shown_where_it_may_be(self):
        self.given(*session())
        words = ("record", "CertificationAwarded", "--on", "2026-06-20", "candidacy=D1", "jury=J1",
                 "--dry-run")
        for option, shown in (((), False), (("--names",), True), (("--no-names",), False)):
            told = self.told(*words, *option)
            self.assertEqual("Marie DUPONT (D1)" in told, shown, told)
            self.assertIn("D1", told)
        screen, status = self.at_a_terminal(b"", *words)
        self.assertEqual(status, 0)
        self.assertIn("Marie DUPONT (D1) : certification délivrée (position 36)", screen)

    def test_a_dry_run_tells_it_and_records_nothing(self):
        self.given(*session())
        size = self.size()
        told = self.told(
            "record", "CertificationAwarded", "--on", "2026-06-20", "candidacy=D1", "jury=J1",
            "--dry-run").splitlines()
        self.assertEqual(told[:2], ["permis ; rien n’a été enregistré", "ce qui changerait :"])
        self.assertIn("D1 : certification délivrée (position 36)", told[2])
        self.assertEqual(self.size(), size)

    def test_json_has_what_changed_as_compare_has_it(self):
        self.given(*session())
        words = ("record", "CertificationAwarded", "--on", "2026-06-20", "candidacy=D1", "jury=J1",
                 "--json")
        trial = json.loads(self.told(*words, "--dry-run"))
        self.assertEqual(trial["allowed"], True)
        answer = json.loads(self.told(*words))
        self.assertEqual(set(answer), {"first", "last", "findings", "changed"})
        self.assertEqual(answer["changed"], trial["changed"])
        (status,) = [line for line in answer["changed"] if line["field"] == "status"]
        self.assertEqual(status, {
            "subject": "candidacy:D1", "field": "status", "before": "awardPending",
            "after": "certified"})
        last = str(answer["last"])
        compared = self.run_acquis(
            "compare", "--known", str(int(last) - 1), "--known", last, "--json", "--no-findings")
        of_candidacies = {
            line["field"]: (line["before"], line["after"])
            for line in map(json.loads, compared.stdout.splitlines())
            if line.get("subject") == "candidacy:D1"}
        self.assertEqual(of_candidacies, {
            line["field"]: (line["before"], line["after"]) for line in answer["changed"]})

    def test_juries_and_persons_have_a_sentence(self):
        for words, said in (
                (("CandidateRegistered", "candidate=P1", "identity.birthName=Dupont",
                  "identity.firstNames=Marie", "identity.birthDate=1990-03-12", "identity.sex=F",
                  "identity.birthPlace.postalCode=69003", "--names"),
                 "Marie DUPONT (P1) : identité enregistrée (position 3)"),
                (("JuryConvened", "jury=J1", f"certification={CODE}", "sessionOn=2026-06-18",
                  "mode=onSite", "members=" + json.dumps(
                      [{"member": "M1", "role": "president"},
                       {"member": "M2", "role": "humanResources"},
                       {"member": "M3", "role": "operations"}])),
                 "Jury J1 constitué : session du 18 juin 2026, 3 membres (position 4)")):
            self.assertEqual(
                self.told("record", words[0], "--on", "2026-01-05", *words[1:]).splitlines()[1],
                said)

    def test_many_facts_have_a_line_a_candidacy_and_the_rest_is_counted(self):
        people = [fact for number in range(1, 26)
                  for fact in person(number, f"Nom{number}", "Prénom", "F")]
        self.given(*people, session()[13], *summoned(*(f"D{number}" for number in range(1, 26))),
                   event("JuryHeld", SESSION, jury="J1", present=["M1", "M2", "M3"]))
        path = self.folder / "facts.jsonl"
        facts = [fact for number in range(1, 26)
                 for fact in decided(f"D{number}", BC01=True, BC02=True, BC03=False)]
        path.write_text("".join(json.dumps(fact) + "\n" for fact in facts))
        outcome = self.run_acquis("record", "--file", str(path), "--lang", "fr")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        lines = plain(outcome.stdout).splitlines()
        self.assertEqual(len(lines), 22, lines)
        self.assertIn("75 entrées enregistrées", lines[0])
        self.assertIn(
            "D1 : RNCP38052BC01, RNCP38052BC02 validés par J1, RNCP38052BC03 refusé par J1 ; "
            "certification partielle, 2 blocs sur 4", lines[1])
        self.assertEqual(lines[-1], "et 5 autres lignes")

    def test_a_retry_changed_nothing(self):
        self.given(*session())
        words = ("record", "CertificationAwarded", "--on", "2026-06-20", "candidacy=D1", "jury=J1",
                 "--id", "0197a000-0000-7000-8000-000000000001")
        self.told(*words)
        again = self.told(*words).splitlines()
        self.assertEqual(len(again), 1, again)
        self.assertRegex(again[0], r"^aucune entrée enregistrée, 1 déjà là ; position \d+$")


class Hanging(Answers):
    def test_what_hangs_on_a_decision_is_told_and_needs_yes(self):
        self.certified()
        size = self.size()
        block = self.position("BlockValidated", candidacy="D1", block=f"{CODE}BC04")
        outcome = self.act("annul", block, "--reason", "motifsecret")
        self.assertEqual((outcome.returncode, outcome.stdout), (1, ""))
        self.assertNotIn("motifsecret", outcome.stderr)
        self.assertNotIn("Dupont", outcome.stderr)
        award = self.position("CertificationAwarded")
        for said in (
                f"position {award}, D1 : certification délivrée — R08 : ",
                "certificat 2026-001 délivré — reste en circulation : à révoquer ou à rééditer",
                "flux F1 — à rectifier auprès de la Caisse des Dépôts",
                "D1 : certification délivrée → certification délivrée, à revoir ; blocs acquis : 4 → 3 sur 4",
                "délai ouvert jusqu’au 18 juin 2031", "--yes", "rien n’a été enregistré"):
            self.assertIn(said, outcome.stderr)
        self.assertEqual(self.size(), size)
        trial = self.told("annul", block, "--reason", "x", "--dry-run", "--names")
        self.assertIn("Marie DUPONT (D1) : certification délivrée →", trial)
        self.assertIn("permis ; rien n’a été enregistré", trial)
        self.assertEqual(self.size(), size)
        told = self.told("annul", block, "--reason", "x", "--yes").splitlines()
        self.assertIn("1 entrée enregistrée", told[0])
        self.assertIn("à revoir : la délivrance repose sur 3 blocs sur 4", told[1])
        self.assertEqual(self.size(), size + 1)

    def test_json_lists_what_hangs(self):
        self.certified()
        block = self.position("BlockValidated", candidacy="D1", block=f"{CODE}BC04")
        expected = [
            {"position": int(self.position(kind)), "type": kind, "rule": rule}
            for kind, rule in (("CertificationAwarded", "R08"), ("CertificateIssued", "R14"),
                               ("AwardDeclared", None))]
        words = ("annul", block, "--reason", "x", "--json")
        trial = json.loads(self.told(*words, "--dry-run"))
        self.assertEqual((trial["allowed"], trial["hanging"]), (True, expected))
        outcome = self.act(*words)
        self.assertEqual(
            (outcome.returncode, json.loads(outcome.stdout)), (1, {"hanging": expected}))
        answer = json.loads(self.told(*words, "--yes"))
        self.assertIn("changed", answer)

    def test_at_a_terminal_it_is_asked(self):
        self.certified()
        size = self.size()
        block = self.position("BlockValidated", candidacy="D1", block=f"{CODE}BC04")
        for answer, status, grown in ((b"non\n", 1, 0), (b"\n", 1, 0), (b"oui\n", 0, 1)):
            screen, code = self.at_a_terminal(answer, "annul", block, "--reason", "x")
            self.assertEqual((code, self.size() - size), (status, grown), screen)
            self.assertIn("Marie DUPONT (D1)", screen)
            self.assertIn("Continuer ?", screen)

    def test_nothing_is_asked_where_nothing_hangs(self):
        self.certified()
        declared = self.position("AwardDeclared")
        self.assertNotIn("hanging", json.loads(self.told(
            "annul", declared, "--reason", "x", "--json")))
        trial = json.loads(self.told(
            "annul", self.position("JuryDeliberated"), "--reason", "x", "--json", "--dry-run"))
        self.assertEqual(trial["hanging"], [])

    def test_an_enrolment_carries_all_its_facts_and_a_jury_its_decisions(self):
        self.certified()
        log = [json.loads(line) for line in self.done("log").splitlines()]

        def hanging(position):
            trial = json.loads(self.told(
                "annul", position, "--reason", "x", "--json", "--dry-run"))
            return {entry["position"] for entry in trial["hanging"]}

        facts = {entry["position"] for entry in log
                 if entry["data"].get("candidacy") == "D1" and entry["type"] != "CandidateEnrolled"}
        self.assertEqual(hanging(self.position("CandidateEnrolled", candidacy="D1")), facts)
        decisions = {entry["position"] for entry in log
                     if entry["data"].get("jury") == "J1" and entry["type"] != "JuryConvened"}
        self.assertLessEqual(decisions, hanging(self.position("JuryConvened")))
        enrolled = int(self.position("CandidateEnrolled", candidacy="D1"))
        self.assertIn(enrolled, hanging(self.position("CandidateRegistered", candidate="P1")))

    def test_a_correction_that_keeps_what_others_name_asks_nothing(self):
        self.certified()
        enrolment = self.position("CandidateEnrolled", candidacy="D2")
        trial = json.loads(self.told(
            "correct", enrolment, "employer=Bailleur", "--reason", "x", "--json", "--dry-run"))
        self.assertEqual(trial["hanging"], [])
        block = self.position("BlockValidated", candidacy="D1", block=f"{CODE}BC04")
        outcome = self.act("correct", block, "candidacy=D3", "without=M3", "--reason", "x")
        self.assertEqual(outcome.returncode, 1, outcome.stderr)
        self.assertIn("si elle est corrigée", outcome.stderr)


class Shown(Answers):
    def test_what_is_to_review_stands_below_the_head_with_a_remedy(self):
        self.certified()
        self.told("annul", self.position("BlockValidated", block=f"{CODE}BC04"), "--reason", "x",
                  "--yes")
        lines = plain(
            self.done("status", "D1", "--lang", "fr")).splitlines()
        award = self.position("CertificationAwarded")
        self.assertIn("À REVOIR", lines[1])
        self.assertIn(f"(R08, position {award})", " ".join(" ".join(lines[1:3]).split()))
        self.assertIn("il faut : la révocation de la délivrance", " ".join(lines[2:4]))

    def test_an_annulled_enrolment_says_so(self):
        self.given(*session())
        self.told("annul", self.position("CandidateEnrolled", candidacy="D2"), "--reason",
                  "saisie deux fois", "--yes")
        last = self.size()
        self.assertIn("inscription annulée le ", plain(self.done("status", "D2", "--lang", "fr")))
        told = plain(self.done("status", "D2", "--lang", "fr", "--names"))
        self.assertIn(f"(position {last}) : « saisie deux fois »", told)
        self.assertNotIn("saisie", self.done("status", "D2", "--lang", "fr"))
        self.assertEqual(self.done("status", "D2", "--json"), "null\n")

    def test_findings_name_persons_and_the_newest_first(self):
        self.given(*session())
        told = plain(self.done("findings", "--lang", "fr", "--on", "2026-09-01", "--names"))
        self.assertRegex(
            told, r"Anne-Lise PETIT \(D3\), Thi Lan NGUYEN \(D2\), Marie DUPONT \(D1\) ; 3 entrées")
        self.assertIn("il faut : le résultat envoyé au candidat", told)
        bare = plain(self.done("findings", "--lang", "fr", "--on", "2026-09-01"))
        self.assertIn("P3, P2, P1 ; 3 entrées", bare)
        each = plain(self.done(
            "findings", "--each", "--lang", "fr", "--on", "2026-09-01", "--names")).splitlines()
        self.assertEqual(len(each), 3, each)
        self.assertIn("R28, Anne-Lise PETIT (D3) : ", each[0])
        self.assertIn(" ; il faut : ", each[0])


if __name__ == "__main__":
    unittest.main()
