"""Deciding, annulling, correcting and finding, as an administrator and an auditor do it."""

import fcntl
import json
import os
import struct
import subprocess
import termios
import threading

from test_command_line import ACQUIS, CommandLine, line

CODES = [f"RNCP38052BC0{number}" for number in range(1, 5)]


class Rules(CommandLine):
    def setUp(self):
        super().setUp()
        self.init()

    def record(self, event, on, *fields, status=0, **options):
        outcome = self.run_acquis("record", event, "--on", on, "--by", "clerk:1", *fields, **options)
        self.assertEqual(outcome.returncode, status, outcome.stderr)
        return outcome

    def enrol(self, candidacy="D1", candidate="P1", *fields):
        self.record(
            "CandidateEnrolled", "2024-01-08", f"candidacy={candidacy}", f"candidate={candidate}",
            "certification=RNCP38052", "pathway=apprenticeship", *fields)

    def jury(self, jury="J1", *candidacies, on="2024-06-20"):
        members = [{"member": f"M-{role}", "role": role, "name": "Nomsecret"}
                   for role in ("president", "humanResources", "operations")]
        self.record("JuryConvened", "2024-05-20", f"jury={jury}", "certification=RNCP38052",
                    f"sessionOn={on}", "mode=onSite", "members=" + json.dumps(members))
        for candidacy in candidacies:
            self.record("CandidateSummoned", "2024-06-01", f"jury={jury}", f"candidacy={candidacy}")
        self.record("JuryHeld", on, f"jury={jury}",
                    "present=" + ",".join(member["member"] for member in members))

    def validate(self, block, *options, on="2024-06-20", status=0, candidacy="D1"):
        return self.record("BlockValidated", on, "jury=J1", f"candidacy={candidacy}",
                           f"block={block}", *options, status=status)

    def status(self, *words):
        return json.loads(self.run_acquis("status", "D1", "--json", *words).stdout)

    def rules(self, outcome):
        return [refusal["rule"] for refusal in json.loads(outcome.stdout)["refused"]]


class Annulled(Rules):
    """An annulment counts whatever the day asked, in every answer."""

    def test_a_timeline_marks_it_on_any_day(self):
        self.enrol()
        self.record("CompletionWindowPolicyChanged", "2024-02-01", "certification=RNCP38052",
                    "years=4", "effectiveOn=2024-02-01", "basis=policy")
        last = json.loads(self.run_acquis("log").stdout.splitlines()[-1])["position"]
        outcome = self.run_acquis("annul", str(last), "--reason", "faux", "--by", "clerk:1")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        for day in (["--on", "2024-03-01"], []):
            rows = [json.loads(row) for row in self.run_acquis(
                "timeline", "certification:RNCP38052", "--json", *day).stdout.splitlines()]
            row = next(row for row in rows if row["position"] == last)
            self.assertTrue(row["annulled"], day)

    def on_a_screen(self, width, *words):
        """What a terminal of this many columns shows."""
        leader, follower = os.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        process = subprocess.Popen(
            [ACQUIS, *words, "--ledger", str(self.ledger)], stdin=subprocess.DEVNULL,
            stdout=follower, stderr=follower)
        os.close(follower)
        shown = b""
        while True:
            try:
                part = os.read(leader, 65_536)
            except OSError:  # The program has ended.
                break
            if not part:
                break
            shown += part
        os.close(leader)
        self.assertEqual(process.wait(120), 0, shown)
        return shown.decode().splitlines()

    def test_a_narrow_screen_still_shows_what_was_annulled_or_waived(self):
        self.enrol()
        self.record("JuryConvened", "2024-05-20", "jury=J1", "certification=RNCP38052",
                    "sessionOn=2024-06-20", "mode=onSite", "members=" + json.dumps(
                        [{"member": "M1", "role": "president", "name": "Nomsecret"}]))
        self.record("CandidateSummoned", "2024-06-01", "jury=J1", "candidacy=D1")
        self.record("JuryHeld", "2024-06-20", "jury=J1", "present=M1")
        self.validate("RNCP38052BC01", "--waive", "R03", "--reason", "absents")
        last = json.loads(self.run_acquis("log").stdout.splitlines()[-1])["position"]
        words = ("timeline", "candidacy:D1", "--lang", "en")
        for waived, annulled in ((True, False), (True, True)):
            shown = "\n".join(self.on_a_screen(80, *words))
            self.assertEqual(("R03" in shown, "annulled on" in shown), (waived, annulled), shown)
            if not annulled:
                self.assertEqual(self.run_acquis(
                    "annul", str(last), "--reason", "faux", "--by", "clerk:1").returncode, 0)

    def test_a_status_says_why_there_is_none(self):
        self.enrol()
        early = self.run_acquis("status", "D1", "--on", "2024-01-07", "--lang", "en")
        self.assertIn("not enrolled on 2024-01-07", early.stdout)
        framework = next(
            entry["position"] for entry in map(
                json.loads, self.run_acquis("log").stdout.splitlines())
            if entry["data"].get("certification") == "RNCP38052")
        annul = ("annul", str(framework), "--reason", "faux", "--by", "clerk:1")
        outcome = self.run_acquis(*annul)
        self.assertEqual((outcome.returncode, "R17" in outcome.stderr), (1, True), outcome.stderr)
        outcome = self.run_acquis(*annul, "--waive", "R17", "--yes")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        for language, words in (("en", "framework is annulled"), ("fr", "référentiel")):
            told = self.run_acquis("status", "D1", "--lang", language)
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertIn(words, told.stdout)


class Recording(Rules):
    def test_a_life_by_fields(self):
        self.enrol()
        self.jury("J1", "D1")
        for code in CODES:
            self.validate(code)
        self.assertEqual(self.status()["status"], "awardPending")
        self.record("CertificationAwarded", "2024-06-20", "candidacy=D1", "jury=J1")
        self.record("CertificateIssued", "2024-07-01", "candidacy=D1", "number=AF-2024-001")
        self.assertEqual(self.status()["certificate"]["number"], "AF-2024-001")
        log = self.run_acquis("log", "--from", "3").stdout
        self.assertNotIn("Nomsecret", log)
        for text in log.splitlines():
            self.assertEqual(json.loads(text)["judged"], "2026-2")

    def test_a_refusal_lists_every_rule_and_records_nothing(self):
        self.enrol()
        before = self.size()
        outcome = self.record("CertificationAwarded", "2024-06-20", "candidacy=D1", status=1)
        self.assertIn("R08", outcome.stderr)
        self.jury("J1")
        outcome = self.validate("RNCP38052BC09", "--json", status=1)
        self.assertEqual(self.rules(outcome), ["R04", "R05"])
        for refusal in json.loads(outcome.stdout)["refused"]:
            self.assertEqual(set(refusal), {"rule", "source", "message", "remedy"})
        self.assertEqual(self.size(), before + 2)

    def test_a_refusal_speaks_french_and_english(self):
        for language, word in (("fr", "il faut"), ("en", "needed")):
            outcome = self.record(
                "CandidateEnrolled", "2024-01-08", "candidacy=D9", "candidate=P9",
                "certification=RNCP38052", "pathway=student", "--lang", language, status=1)
            self.assertIn(word, outcome.stderr)

    def test_a_file_is_recorded_whole_or_not_at_all(self):
        def event(name, day, **data):
            return line({"type": name, "occurredOn": day, "recordedBy": "clerk:1", "data": data})
        good = event("CandidateEnrolled", "2024-01-08", candidacy="D1", candidate="P1",
                     certification="RNCP38052", pathway="apprenticeship")
        good += event("DossierSubmitted", "2024-01-09", candidacy="D1", kind="validation")
        file = self.folder / "commands.jsonl"
        file.write_text(good + event("CertificationAwarded", "2024-02-01", candidacy="D1"))
        outcome = self.run_acquis("record", "--file", str(file))
        self.assertEqual(outcome.returncode, 1)
        self.assertIn("commands.jsonl:3", outcome.stderr)
        self.assertEqual(self.size(), 2)
        file.write_text(good)
        self.assertEqual(self.run_acquis("record", "--file", str(file), "--dry-run").returncode, 0)
        self.assertEqual(self.size(), 2)
        self.assertEqual(self.run_acquis("record", "--file", "-", input=good).returncode, 0)
        self.assertEqual(self.size(), 4)

    def test_an_id_makes_a_retry_safe(self):
        self.enrol()
        self.jury("J1", "D1")
        options = ["--id", "0190b6b6-0000-7000-8000-000000000001", "--json"]
        first = json.loads(self.validate(CODES[0], *options).stdout)
        again = json.loads(self.validate(CODES[0], *options).stdout)
        self.assertEqual(first["last"], again["last"])
        self.validate(CODES[1], *options, status=2)
        self.validate(CODES[1], *options, "--dry-run", status=2)
        size = self.size()
        self.validate(CODES[0], *options, "--dry-run")
        self.assertEqual(self.size(), size)

    def test_a_rule_is_waived_with_a_reason_and_told_everywhere(self):
        self.enrol()
        self.jury("J1")
        self.validate(CODES[0], "--waive", "R05", status=2)
        self.validate(CODES[0], "--waive", "R05", "--reason", "motifsecret")
        self.assertEqual(self.status()["waivers"], [{"position": 6, "rules": ["R05"]}])
        found = json.loads(self.run_acquis("findings", "--json").stdout)
        self.assertEqual([(f["position"], f["rule"], f["waived"]) for f in found], [(6, "R05", True)])
        timeline = self.run_acquis("timeline", "candidacy:D1", "--lang", "en").stdout
        self.assertIn("R05", timeline)
        self.assertNotIn("secret", self.run_acquis("log").stdout)

    def test_a_waiver_that_is_not_needed_or_not_allowed_is_refused(self):
        self.enrol()
        self.jury("J1", "D1")
        why = ["--reason", "essai", "--json"]
        self.assertEqual(self.rules(self.validate(CODES[0], "--waive", "R07", *why, status=1)), ["R07"])
        outcome = self.validate("X", "--waive", "R04", *why, status=1)
        self.assertEqual(self.rules(outcome), ["R04", "R04"])
        self.assertEqual(self.rules(self.validate(CODES[0], "--waive", "R18", *why, status=1)), ["R18"])

    def test_a_field_of_the_wrong_kind_is_named(self):
        self.enrol()
        cases = [
            ("TrainingCompleted", ["candidacy=D1", "centreHours=beaucoup"], "centreHours"),
            ("SelectionTestTaken", ["candidacy=D1", "passed=peut-être"], "passed"),
            ("DossierSubmitted", ["candidacy=D1", "kind=roman"], "kind"),
            ("DossierSubmitted", ["candidacy=D1"], "kind"),
            ("DossierSubmitted", ["candidacy=D1", "kind=validation", "autre=1"], "autre"),
            ("DossierSubmitted", ["candidacy=" + "D" * 10_000, "kind=validation"], "candidacy"),
            ("Nimporte", ["candidacy=D1"], "type"),
        ]
        for event, fields, name in cases:
            outcome = self.record(event, "2024-02-01", *fields, status=2)
            self.assertIn(name, outcome.stderr)
        outcome = self.record("DossierSubmitted", "2024-02-01", "candidacy=D1", "kind=roman", status=2)
        self.assertIn("admissibility, validation", outcome.stderr)
        self.record("DossierSubmitted", "2024-02-30", "candidacy=D1", "kind=validation", status=2)
        self.record("DossierSubmitted", "2024-02-01", "candidacy=D7", "kind=validation", status=2)
        self.record("DossierSubmitted", "2024-02-01", "sans-egal", status=2)
        outcome = self.record(
            "DossierSubmitted", "2999-01-01", "candidacy=D1", "kind=validation", "--json", status=1)
        self.assertEqual(self.rules(outcome), ["R15"])

    def test_an_identity_comes_by_standard_input(self):
        identity = {"candidate": "P5", "identity": {
            "birthName": "Nomsecret", "firstNames": ["Prénomsecret"], "birthDate": "1990",
            "sex": "F", "birthPlace": {"postalCode": "75002"}}}
        self.record("CandidateRegistered", "2024-01-05", "--data", "-", input=json.dumps(identity))
        self.assertNotIn("secret", self.run_acquis("log").stdout)

    def test_an_identity_comes_field_by_field(self):
        fields = ["candidate=P5", "identity.birthName=Nomsecret", "identity.firstNames=Un,Deux",
                  "identity.birthDate=1990", "identity.sex=F"]
        outcome = self.record(
            "CandidateRegistered", "2024-01-05", *fields[:2], *fields[3:], status=2)
        self.assertIn("identity.firstNames", outcome.stderr)
        self.record("CandidateRegistered", "2024-01-05", *fields,
                    "identity.birthPlace.postalCode=75002")
        self.assertNotIn("secret", self.run_acquis("log").stdout)

    def test_help_explains_a_type_of_fact(self):
        told = self.run_acquis("help", "BlockRefused", "--lang", "fr").stdout
        for key in ("block", "candidacy", "grounds", "jury", "without"):
            self.assertIn(key, told)
        self.assertIn("scellé", told)
        table = json.loads(self.run_acquis("help", "BlockRefused", "--json").stdout)
        self.assertEqual(
            [(field["key"], field["presence"], field["sealed"]) for field in table["fields"]],
            [("block", "required", "never"), ("candidacy", "required", "never"),
             ("grounds", "optional", "always"), ("jury", "required", "never"),
             ("without", "optional", "never")])


class Mistakes(Rules):
    def setUp(self):
        super().setUp()
        self.enrol()
        self.jury("J1", "D1")
        self.validate(CODES[0])
        self.mistake = json.loads(self.run_acquis("log", "--from", "7").stdout)["id"]

    def test_an_entry_is_annulled_by_id_or_position_once(self):
        outcome = self.run_acquis("annul", "7", "--reason", "motifsecret")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(self.status()["blocks"][0]["state"], "missing")
        self.assertEqual(self.status("--known", "7")["blocks"][0]["state"], "validated")
        outcome = self.run_acquis("annul", self.mistake, "--reason", "encore", "--json")
        self.assertEqual((outcome.returncode, self.rules(outcome)), (1, ["R17"]))
        self.assertEqual(self.run_acquis("annul", "8", "--reason", "à tort").returncode, 0)
        self.assertEqual(self.status()["blocks"][0]["state"], "validated")
        for name, reason in (("99", "x"), ("7", None), ("0190b6b6-0000-7000-8000-000000000001", "x")):
            words = ["annul", name] + (["--reason", reason] if reason else [])
            self.assertEqual(self.run_acquis(*words).returncode, 2)
        self.assertNotIn("secret", self.run_acquis("log").stdout)

    def test_a_correction_annuls_and_records_in_one(self):
        outcome = self.run_acquis(
            "correct", "7", f"block={CODES[2]}", "--reason", "ligne du procès-verbal")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        states = [block["state"] for block in self.status()["blocks"]]
        self.assertEqual(states, ["missing", "missing", "validated", "missing"])
        annulment, right = map(json.loads, self.run_acquis("log", "--from", "8").stdout.splitlines())
        self.assertEqual(annulment["data"]["replacedBy"], right["id"])
        self.assertEqual(annulment["data"]["event"], self.mistake)
        size = self.size()
        refused = self.run_acquis("correct", "9", "block=3474D1", "--reason", "x", "--json")
        self.assertEqual((refused.returncode, self.rules(refused)), (1, ["R04"]))
        self.assertEqual(self.run_acquis("correct", "9", "--reason", "x").returncode, 2)
        self.assertEqual(self.size(), size)

    def test_what_was_sealed_is_sealed_anew_by_a_correction(self):
        self.record("CandidacyWithdrawn", "2024-09-02", "candidacy=D1", "grounds=motifsecret")
        outcome = self.run_acquis("correct", "8", "--on", "2024-09-03", "--reason", "jour faux")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        last = json.loads(self.run_acquis("log", "--from", "10").stdout)
        self.assertEqual(last["occurredOn"], "2024-09-03")
        self.assertEqual(last["data"]["grounds"]["sealed"], 1)
        # Its text can be opened again: a correction of the correction starts from it.
        self.assertEqual(
            self.run_acquis("correct", "10", "--on", "2024-09-04", "--reason", "encore").returncode, 0)

    def test_an_enrolment_is_corrected_under_what_hangs_on_it(self):
        outcome = self.run_acquis("correct", "3", "pathway=continuingTraining", "--reason", "voie")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(self.status()["pathway"], "continuingTraining")
        self.assertEqual(json.loads(self.run_acquis("findings", "--json").stdout), [])


class Demonstration(CommandLine):
    def test_its_findings_are_what_was_waived_and_what_was_taken_over(self):
        self.assertEqual(self.run_acquis("demo").returncode, 0)
        imported = set()
        waived = set()
        due = set()
        for text in self.run_acquis("log").stdout.splitlines():
            event = json.loads(text)
            if (event["type"] == "CertificationAwarded"
                    and event["data"]["candidacy"].startswith("DEMO-D-DUE-")):
                due.add(event["position"])
            if "judged" not in event:
                imported.add(event["position"])
            waived |= {(event["position"], rule) for rule in event.get("waives", [])}
        found = json.loads(self.run_acquis("findings", "--on", "2026-11-20", "--json").stdout)
        told = {(finding["position"], finding["rule"]) for finding in found if finding["waived"]}
        self.assertEqual(told, waived)
        self.assertGreater(len(waived), 1)
        others = {finding["position"] for finding in found
                  if not finding["waived"] and finding["weight"] == "breach"
                  and (finding["rule"], finding["position"] in due) != ("R21", True)}
        self.assertLessEqual(others, imported)
        # Its last five awards are left to be declared, and late on that day.
        late = {finding["position"] for finding in found if finding["rule"] == "R21"}
        self.assertEqual((len(due), late), (5, due))
        self.assertGreater(len(others), 3)


class Races(Rules):
    def test_four_processes_that_decide_the_same_break_no_rule(self):
        """Each tries to decide the same blocks and issue the same numbers: one of each stands."""
        for number in range(4):
            self.enrol(f"D{number}", f"P{number}")
        self.jury("J1", *[f"D{number}" for number in range(4)])
        accepted, statuses = [], set()

        def write(worker):
            for number in range(4):
                for code in CODES:
                    outcome = subprocess.run(
                        [ACQUIS, "record", "BlockValidated", "--on", "2024-06-20", "--by",
                         f"clerk:{worker}", "jury=J1", f"candidacy=D{number}", f"block={code}",
                         "--ledger", str(self.ledger), "--json"],
                        capture_output=True, text=True, timeout=120, check=False)
                    statuses.add(outcome.returncode)
                    if outcome.returncode == 0:
                        accepted.append(json.loads(outcome.stdout)["last"])

        threads = [threading.Thread(target=write, args=(worker,)) for worker in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(statuses, {0, 1})
        self.assertEqual(len(accepted), 16)
        self.assertEqual(len(set(accepted)), 16)
        self.assertEqual(json.loads(self.run_acquis("findings", "--json").stdout), [])
