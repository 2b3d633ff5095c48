"""What a person types is taken as a person means it, and told back; what is missing is asked or told at once.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pty
import select
import stat
import subprocess
import time
import unittest

from test_command_line import ACQUIS, CommandLine
from trials import together, words

MARIE = ("identity.birthName=Nomsecret", "identity.firstNames=Marie", "identity.birthDate=12/03/1990",
         "identity.sex=femme", "identity.birthPlace.postalCode=69003")


class Typing(CommandLine):
    def setUp(self):
        super().setUp()
        self.init()

    def done(self, *asked, **options):
        outcome = self.run_acquis(*asked, **options)
        self.assertEqual(outcome.returncode, 0, f"{asked}: {outcome.stderr}")
        return outcome.stdout

    def record(self, *asked, on="05/01/2026", **options):
        return json.loads(self.done("record", *asked, "--on", on, "--json", **options))

    def told(self, status, *asked, **options):
        outcome = self.run_acquis(*asked, **options)
        self.assertEqual(outcome.returncode, status, outcome.stdout + outcome.stderr)
        return outcome.stderr

    def entry(self, position):
        return json.loads(self.done(
            "log", "--from", str(position), "--to", str(position)).splitlines()[0])

    def enrolled(self, pathway="vae", certification="38052"):
        self.record("CandidateRegistered", *MARIE, "--distinct")
        person = self.entry(self.size())["data"]["candidate"]
        return self.record(
            "CandidateEnrolled", f"candidate={person}", f"certification={certification}",
            f"pathway={pathway}")["ids"][0]


class Values(Typing):
    def test_a_day_in_every_form_and_today_where_none_is_given(self):
        for text in ("2026-01-05", "05/01/2026", "5-1-2026", "5 janvier 2026"):
            self.record("CandidateRegistered", *MARIE, "--distinct", on=text)
            self.assertEqual(self.entry(self.size())["occurredOn"], "2026-01-05")
        told = self.done("record", "CandidateRegistered", *MARIE, "--distinct", "--lang", "fr")
        self.assertIn("personne : P-2026-005", told)
        self.assertIn("jour : ", told)
        message = self.told(2, "record", "CandidateRegistered", *MARIE, "--on", "05/01/26")
        self.assertIn("17/06/2021", message)
        self.assertEqual(self.told(2, "status", "D1", "--on", "31/02/2026").count("\n"), 1)
        self.done("candidates", "--on", "hier")
        self.done("candidates", "--known", "01/01/2024")

    def test_words_codes_and_ids_as_people_write_them(self):
        candidacy = self.enrolled()
        self.assertEqual(candidacy, "D-2026-001")
        data = self.entry(self.size())["data"]
        self.assertEqual((data["certification"], data["pathway"]), ("RNCP38052", "experience"))
        self.record("AdmissibilityDecided", "candidacy=d-2026-001", "admissible=oui")
        self.assertIs(self.entry(self.size())["data"]["admissible"], True)
        self.assertEqual(self.entry(self.size())["data"]["candidacy"], candidacy)
        message = self.told(2, "record", "PathwayChanged", f"candidacy={candidacy}",
                            "pathway=aprentissage", "--lang", "fr")
        self.assertIn("vouliez-vous dire apprentissage ?", message)
        self.assertIn("formation continue", message)
        self.assertIn(candidacy, self.done("candidates", "--status", "Recevable", "--pathway", "vae"))

    def test_a_session_in_a_few_words(self):
        candidacies = [self.enrolled(), self.enrolled()]
        self.record("AdmissibilityDecided", f"candidacy={','.join(candidacies)}", "admissible=oui")
        self.record("JuryConvened", "certification=38052", "sessionOn=18/06/2026", "mode=présentiel",
                    "members=M1:président:\"Claire, Nomsecret\",M2:rh,M3:opérations")
        members = self.entry(self.size())["data"]["members"]
        self.assertEqual([member["role"] for member in members],
                         ["president", "humanResources", "operations"])
        self.assertIn("name", members[0])
        jury = "j-2026-001"
        self.record("CandidateSummoned", f"jury={jury}", f"candidacy={','.join(candidacies)}")
        graded = self.record("CompetencyAssessed", f"candidacy={candidacies[0]}", "block=BC01",
                             "except=C13", on="01/03/2026")
        self.assertEqual(graded["first"], graded["last"])
        results = self.entry(self.size())["data"]["results"]
        self.assertEqual([one["competency"] for one in results if one["outcome"] == "notAcquired"],
                         ["RNCP38052BC01-C13"])
        self.record("JuryHeld", f"jury={jury}", "present=m1,M2,M3", on="18/06/2026")
        decided = self.record("BlockValidated", f"jury={jury}", f"candidacy={','.join(candidacies)}",
                              "block=BC01,bc2,3,RNCP38052BC04", on="18/06/2026")
        self.assertEqual(decided["last"] - decided["first"], 7)
        self.record("JuryDeliberated", f"jury={jury}", "minutes=PV-1", on="18/06/2026")
        self.record("CertificationAwarded", f"candidacy={','.join(candidacies)}", on="19/06/2026")
        issued = self.record("CertificateIssued", f"candidacy={','.join(candidacies)}", on="19/06/2026")
        self.assertEqual(issued["ids"], ["C-2026-001", "C-2026-002"])
        declared = self.record("AwardDeclared", f"candidacy={','.join(candidacies)}", on="20/06/2026")
        self.assertEqual(declared["ids"], ["F-2026-001"])

    def test_several_facts_are_recorded_all_or_none(self):
        candidacy = self.enrolled()
        size = self.size()
        message = self.told(2, "record", "AdmissibilityDecided", f"candidacy={candidacy},D-2026-9",
                            "admissible=oui", "--on", "05/01/2026")
        self.assertIn("D-2026-9", message)
        self.assertEqual(self.size(), size)

    def test_two_lists_side_by_side_are_refused(self):
        for _ in range(2):
            self.record("CandidateRegistered", *MARIE, "--distinct")
        size, people = self.size(), "candidate=P-2026-001,P-2026-002"
        asked = ("record", "CandidateEnrolled", people, "certification=38052", "pathway=vae", "--on",
                 "05/01/2026")
        message = self.told(2, *asked, "candidacy=D-A,D-B", "--lang", "fr")
        self.assertIn("`candidate` et `candidacy` ont chacun plusieurs valeurs", message)
        self.assertIn("n’écrivez pas `candidacy`", message)
        self.assertEqual((self.size(), message.count("\n")), (size, 1))
        # What it says to write instead.
        self.assertEqual(json.loads(self.done(*asked, "--json"))["ids"], ["D-2026-001", "D-2026-002"])

    def test_signatories_and_registrations_in_one_word(self):
        self.record("CertifierDescribed", "certifier.name=Certificateur Exemple", "place=Paris",
                    "certifier.siret=12345678901234", 'signatories=S1:Directrice:"Claire Exemple",S2:Adjoint:Jo Essai',
                    "registrations=38052:20/09/2023")
        data = self.entry(self.size())["data"]
        self.assertEqual([(one["member"], one["title"]) for one in data["signatories"]],
                         [("S1", "Directrice"), ("S2", "Adjoint")])
        self.assertEqual(data["registrations"], [{"certification": "RNCP38052", "decisionOn": "2023-09-20"}])
        self.assertIn("S1:Directrice:", self.done("help", "CertifierDescribed", "--lang", "fr"))

    def test_an_id_that_an_import_made_is_no_pattern(self):
        self.record("CandidateRegistered", *MARIE, "candidate=P-1MD1D8B3P1")
        self.assertEqual(self.record("CandidateRegistered", *MARIE, "--distinct")["ids"], ["P-2026-001"])
        jury = ("JuryConvened", "certification=38052", "sessionOn=18/06/2026", "mode=présentiel",
                "members=M1:président,M2:rh,M3:opérations")
        self.record(*jury, "jury=J-38052-2023-06-14")
        self.assertEqual(self.record(*jury)["ids"], ["J-2026-001"])

    def test_hours_with_a_comma(self):
        candidacy = self.enrolled(pathway="apprentissage")
        self.record("TrainingStarted", f"candidacy={candidacy}", "site=centre")
        self.record("TrainingCompleted", f"candidacy={candidacy}", "centreHours=154,5",
                    "companyHours=200", on="05/02/2026")
        data = self.entry(self.size())["data"]
        self.assertEqual((data["centreHours"], data["centreMinutes"]), (154, 30))

    def test_a_correction_takes_the_same_words(self):
        candidacy = self.enrolled()
        self.done("correct", str(self.size()), "pathway=apprentissage", "--on", "06/01/2026",
                  "--reason", "essai")
        entry = self.entry(self.size())
        self.assertEqual(entry["data"]["pathway"], "apprenticeship")
        self.assertEqual((entry["data"]["candidacy"], entry["occurredOn"]), (candidacy, "2026-01-06"))

    def test_what_programs_give_is_exact(self):
        data = json.dumps({"candidacy": "D-2026-001", "admissible": "oui"})
        self.enrolled()
        self.assertIn("data.admissible", self.told(
            2, "record", "AdmissibilityDecided", "--on", "2026-01-05", "--data", data))
        self.assertIn("data.candidacy", self.told(
            2, "record", "CandidateEnrolled", "--on", "2026-01-05", "--data",
            '{"candidate":"P1","certification":"3474","pathway":"individual"}'))

    def test_two_writers_never_choose_the_same_id(self):
        command = words(self.ledger, "record", "CandidateRegistered", *MARIE, "--distinct", "--on",
                        "05/01/2026", "--json")
        chosen = []
        for outcome in together([command] * 5):
            self.assertEqual(outcome.returncode, 0, outcome.stderr)
            chosen += json.loads(outcome.stdout)["ids"]
        self.assertEqual(sorted(chosen), [f"P-2026-{number:03}" for number in range(1, 6)])

    def test_a_retry_with_an_id_chooses_nothing_again(self):
        self.record("CandidateRegistered", *MARIE)
        command = ("CandidateEnrolled", "candidate=P-2026-001", "certification=38052", "pathway=vae",
                   "--id", "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061")
        first, second = self.record(*command), self.record(*command)
        # The second time nothing changed.
        self.assertTrue(first.pop("changed"))
        self.assertEqual(second.pop("changed"), [])
        self.assertEqual(first, second)


class Errors(Typing):
    def test_all_that_is_wrong_is_told_at_once(self):
        message = self.told(2, "record", "CandidateRegistered", "identity.familyName=Nomsecret",
                            "identity.birthDate=12/03/90", "identity.sex=Nomsecret", "--lang", "fr")
        for text in ("5 erreurs", "identity.familyName", "identity.birthDate", "identity.sex",
                     "identity.birthName : manque", "identity.firstNames : manque"):
            self.assertIn(text, message)
        self.assertNotIn("Nomsecret", message)

    def test_near_types_and_fields_are_offered(self):
        self.assertIn("did you mean BlockValidated?", self.told(2, "record", "BlockValidate"))
        self.assertIn("did you mean candidacy?", self.told(
            2, "record", "CandidacyReopened", "candidacie=D1"))
        missing = self.told(2, "record")
        self.assertIn("TYPE is missing", missing)
        self.assertNotIn("--on are missing", missing)

    def test_every_line_of_a_file_is_told_with_its_place(self):
        file = self.folder / "facts.jsonl"
        lines = [{"type": "CandidateEnrolled", "data": {
            "candidacy": f"D{n}", "candidate": f"P{n}", "certification": "3474", "pathway": "vae"}}
            for n in range(60)]
        lines.append({"type": "CandidacyReopened", "data": {"candidacy": "D3"}})
        file.write_text("".join(json.dumps(one) + "\n" for one in lines))
        message = self.told(2, "record", "--file", str(file), "--on", "05/01/2026", "--by", "clerk:1")
        self.assertIn("60 errors", message)
        self.assertIn(f"{file}:1: field data.pathway", message)
        self.assertIn(f"{file}:50: ", message)
        self.assertNotIn(f"{file}:51: ", message)
        self.assertIn("and 10 others", message)

    def test_by_and_on_serve_lines_that_have_none(self):
        file = self.folder / "facts.jsonl"
        data = {"candidacy": "D1", "candidate": "P1", "certification": "RNCP38052", "pathway": "experience"}
        file.write_text(json.dumps({"type": "CandidateEnrolled", "data": data}) + "\n" + json.dumps({
            "type": "CandidacyWithdrawn", "occurredOn": "2026-02-01", "recordedBy": "clerk:9",
            "data": {"candidacy": "D1"}}) + "\n")
        self.done("record", "--file", str(file), "--on", "2026-01-05", "--by", "clerk:1")
        entries = [self.entry(position) for position in (3, 4)]
        self.assertEqual([(one["occurredOn"], one["recordedBy"]) for one in entries],
                         [("2026-01-05", "clerk:1"), ("2026-02-01", "clerk:9")])

    def test_an_id_of_another_kind_says_what_it_is(self):
        self.enrolled()
        self.assertIn("P-2026-001 is a person: `acquis candidate P-2026-001`",
                      self.told(2, "status", "P-2026-001"))
        self.assertIn("D-2026-001 is a candidacy: `acquis status D-2026-001`",
                      self.told(2, "candidate", "D-2026-001"))
        self.assertIn("is a candidacy", self.told(
            2, "record", "CandidateDeceased", "candidate=D-2026-001"))
        self.assertIn("D-2026-001", self.done("status", "d-2026-001"))

    def test_a_timeline_is_of_whatever_the_id_is(self):
        self.enrolled()
        whole = self.done("timeline", "candidacy:D-2026-001")
        self.assertEqual(self.done("timeline", "D-2026-001"), whole)
        self.assertEqual(self.done("timeline", "d-2026-001"), whole)
        self.record("CandidateEnrolled", "candidacy=P-2026-001", "candidate=P-2026-001",
                    "certification=3474", "pathway=continue", "public=salarié")
        self.assertIn("which one?", self.told(2, "timeline", "P-2026-001"))


class Settings(Typing):
    def setUp(self):
        super().setUp()
        self.home = self.folder / "settings"
        kept = {key: value for key, value in os.environ.items() if key not in ("ACQUIS_BY", "ACQUIS_LEDGER")}
        self.environment = {**kept, "XDG_CONFIG_HOME": str(self.home), "LC_ALL": "C", "LANG": "C"}
        self.file = self.home / "acquis" / "config"

    def config(self, *asked):
        return self.done("config", *asked, env=self.environment)

    def test_nobody_is_recorded_as_a_number(self):
        message = self.told(2, "record", "CandidateDeceased", "candidate=P1", env=self.environment,
                            stdin=subprocess.DEVNULL)
        self.assertIn("acquis config by WHO", message)
        message = self.told(2, "record", "CandidateDeceased", "candidate=P1", "--by", "a@b")
        self.assertIn("A-Z a-z 0-9 . _ - :", message)

    def test_a_setting_is_kept_for_its_owner_and_comes_last(self):
        self.config("by", "clerk:kept")
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o600)
        self.assertIn("by = clerk:kept", self.file.read_text())
        for environment, option, who in (({}, (), "clerk:kept"), ({"ACQUIS_BY": "clerk:env"}, (), "clerk:env"),
                                         ({"ACQUIS_BY": "clerk:env"}, ("--by", "clerk:option"), "clerk:option")):
            self.record("CandidateRegistered", *MARIE, "--distinct", *option,
                        env={**self.environment, **environment})
            self.assertEqual(self.entry(self.size())["recordedBy"], who)
        self.assertEqual(self.config("by"), "clerk:kept\n")
        self.config("by", "--unset")
        self.assertNotIn("by =", self.file.read_text())

    def test_language_ledger_and_prefix(self):
        self.config("lang", "fr")
        self.config("ledger", str(self.folder / "absent.ledger"))
        outcome = subprocess.run([ACQUIS, "status", "D1"], env=self.environment, text=True,
                                 capture_output=True, check=False)
        self.assertEqual(outcome.returncode, 3)
        self.assertIn("absent.ledger", outcome.stderr)
        self.assertIn("registre", outcome.stderr)
        self.config("prefix", "AF")
        shown = json.loads(self.config("--json"))
        self.assertEqual(shown["prefix"], {"value": "AF", "from": "file"})
        self.assertEqual(shown["by"], {"value": None, "from": "default"})

    def test_a_broken_file_names_its_line(self):
        self.config("lang", "fr")
        self.file.write_text("by = clerk:1\nbavardage\n")
        message = self.told(2, "record", "CandidateDeceased", "candidate=P1", env=self.environment)
        self.assertIn(f"{self.file}:2", message)
        self.file.write_text("# rien\n\nlang = allemand\n")
        self.assertIn(f"{self.file}:3", self.told(2, "config", "by", env=self.environment))

    def test_unknown_settings_and_values(self):
        for asked in (("couleur",), ("by", "a@b"), ("lang", "de"), ("names", "peut-être"), ("prefix", " x")):
            self.told(2, "config", *asked, env=self.environment)
        self.assertFalse(self.file.exists())


class Terminal(Settings):
    def typed(self, answers, *asked):
        """The exit status and what a terminal shows, with these answers to the questions, each ended by `: `."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(ACQUIS, [ACQUIS, *asked, "--ledger", str(self.ledger)], self.environment)
        shown, since, left = b"", b"", list(answers)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if not select.select([terminal], [], [], 0.1)[0]:
                continue
            try:
                part = os.read(terminal, 1 << 16)
            except OSError:
                break
            if not part:
                break
            shown, since = shown + part, since + part
            if since.endswith(b": ") and left:
                since = b""
                os.write(terminal, left.pop(0).encode())
        os.close(terminal)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        return status, shown.decode()

    def test_a_person_is_registered_by_answers(self):
        answers = ["clerk:9\n", "oui\n", "\n",  # who, keep it, the next id
                   "12/03/90\n", "12/03/1990\n", "Nomsecret\n"]
        status, shown = self.typed([*answers, "\x04"], "record", "CandidateRegistered")
        self.assertEqual(status, 2, shown)
        self.assertIn("expected a birth date written 12/03/1990", shown)
        self.assertEqual(self.size(), 2)
        self.assertIn("by = clerk:9", self.file.read_text())

    def test_every_field_is_asked_and_recorded_after_a_summary(self):
        self.config("by", "clerk:9")
        self.enrolled()
        status, shown = self.typed(
            ["d-2026-001\n", "peut-être\n", "oui\n", "\n", "05/01/2026\n", "oui\n"],
            "record", "AdmissibilityDecided")
        self.assertEqual(status, 0, shown)
        self.assertIn("admissible=oui", shown)
        entry = self.entry(self.size())
        self.assertEqual((entry["data"], entry["occurredOn"], entry["recordedBy"]),
                         ({"admissible": True, "candidacy": "D-2026-001"}, "2026-01-05", "clerk:9"))

    def test_the_summary_can_be_refused(self):
        self.config("by", "clerk:9")
        self.enrolled()
        size = self.size()
        status, _ = self.typed(["D-2026-001\n", "oui\n", "\n", "\n", "non\n"],
                               "record", "AdmissibilityDecided")
        self.assertEqual((status, self.size()), (2, size))


if __name__ == "__main__":
    unittest.main()
