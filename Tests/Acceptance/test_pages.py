"""The pages of `acquis serve`: what each role sees and may do, and what a form that is sent records.

Reads the program's path from $ACQUIS. Every person in it is invented.
"""

import base64
import concurrent.futures
import hashlib
import json
import pathlib
import re
import shutil
import tempfile
import unittest

from jury_scene import CERTIFIER, CODE, PEOPLE, SESSION, convened, event, person, summoned
from served import Served, granted
from signed_in import SECRET, Page, PageTrials, encoded, hostile_session
from trials import run, until

# A page of each kind, and each file for a spreadsheet, of the scene.
PAGES = (
    "/", "/candidacies", "/candidacies/D1", "/candidacies/D2", "/candidacies/D4", "/people",
    "/candidates/P1", "/candidates/P2", "/candidates/P2/prior", f"/candidates/P2/prior?for={CODE}",
    "/juries", "/juries/J1", "/juries/J2", "/windows", "/deadlines", "/certifications",
    f"/certifications/{CODE}", "/certificates", "/findings", "/compare?from=3", "/entries",
    "/entries?from=1", "/audit", "/candidacies?as=csv", "/people?as=csv", "/entries?as=csv",
    "/juries?as=csv", "/entries/5/proof", "/?on=2026-06-20&known=12", "/candidacies/NOBODY",
    "/audit/checkpoint", "/audit/inclusion?position=5", "/audit/consistency?from=5&to=9")
DOCUMENTS = (
    "/candidacies/D2/attestation", "/candidates/P2/file", "/juries/J1/minutes",
    "/juries/J1/minutes?blank=true")
# A person as the form to register one is filled in.
PERSON = {
    "identity__birthName": "Nomsecret1x", "identity__firstNames": "Prénomsecret",
    "identity__birthDate": "1990", "identity__sex": "F", "identity__birthPlace__postalCode": "75002",
    "occurredOn": "11/01/2021"}
JURY = {
    "certification": CODE, "mode": "onSite", "sessionOn": SESSION, "occurredOn": "2026-05-11",
    "members__1__member": "M1", "members__1__role": "president", "members__2__member": "M2",
    "members__2__role": "humanResources", "members__3__member": "M3",
    "members__3__role": "operations"}


class Reading(PageTrials):
    """A jury's session, told to an administrator, an officer and an auditor."""

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="acquis-pages-"))
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)
        cls.scene = cls.place / "scene.ledger"
        assert run(cls.scene, "init").returncode == 0
        facts = cls.place / "facts.jsonl"
        facts.write_text("".join(json.dumps(fact) + "\n" for fact in hostile_session()))
        outcome = run(cls.scene, "import", str(facts))
        assert outcome.returncode == 0, outcome.stderr
        assert run(cls.scene, "audit", "checkpoint").returncode == 0
        cls.tokens = {role: granted(cls.scene, f"{role}:1", role)
                      for role in ("auditor", "officer", "administrator")}
        cls.server = Served(cls.scene)
        cls.addClassCleanup(cls.server.end)

    def setUp(self):
        super().setUp()
        self.ledger = self.scene

    def test_an_auditor_sees_no_name_and_no_reason_on_any_page_or_in_any_file(self):
        auditor = self.visitor(self.tokens["auditor"])
        entries = [f"/entries/{position}" for position in range(1, self.log_size() + 1)]
        for path in (*PAGES, *entries):
            answer = auditor.get(path)
            with self.subTest(path):
                self.assertNotIn(SECRET, answer.text)
                self.assertIn(answer.status, (200, 404))
        for path in DOCUMENTS:
            for address in (path, path + ("&" if "?" in path else "?") + "as=pdf"):
                answer = auditor.get(address)
                self.assertEqual((answer.status, SECRET in answer.text), (403, False), address)
        self.assertNotIn('"auditor:1"', "".join(self.opened()))

    def test_an_auditor_may_send_no_form_but_the_verification(self):
        auditor = self.visitor(self.tokens["auditor"])
        size, key = self.log_size(), auditor.key
        for path in ("/record", "/record/CandidateRegistered", "/entries/5/annul",
                     "/entries/5/correct", "/juries/J2/session"):
            answer = auditor.get(path)
            self.assertEqual((answer.status, SECRET in answer.text), (403, False), path)
        for path in ("/record/CandidateRegistered", "/entries/5/annul", "/entries/5/correct",
                     "/juries/J2/session", f"/candidates/P2/prior?for={CODE}", "/session",
                     "/people/search", "/candidacies/search"):
            answer = auditor.post(path, ("act", "record"), ("name", SECRET), key=key)
            self.assertEqual(answer.status, 403, path)
            self.assertNotIn(SECRET, answer.text)
        self.assertEqual(self.log_size(), size)
        # Its pages lead to none of them either.
        for path in ("/", "/candidacies/D2", "/candidates/P2", "/juries/J2", "/entries/5", "/people"):
            page = auditor.page(path)
            self.assertFalse([link for link in page.links if re.search(
                r"/(record|annul|correct|session|attestation|minutes|file)\b", link)])
            self.assertEqual({form.action for form in page.forms if form.method == "post"},
                             {"/sign-out"})

    def test_a_verification_is_begun_by_a_form_and_ends(self):
        auditor = self.visitor(self.tokens["auditor"])
        answer = auditor.post("/audit/verify")
        self.assertEqual((answer.status, answer.headers["Location"]), (303, "/audit"))
        self.assertTrue(until(lambda: "All is as written" in auditor.page("/audit").text))
        self.assertEqual(auditor.page("/audit").form_to("/audit/verify").method, "post")

    def test_proofs_and_the_checkpoint_are_what_the_commands_print(self):
        auditor = self.visitor(self.tokens["auditor"])
        for path, words in (
                ("/entries/5/proof", ("audit", "prove", "5")),
                ("/audit/inclusion?position=5", ("audit", "prove", "5")),
                ("/audit/consistency?from=5&to=9", ("audit", "consistency", "5", "9"))):
            self.assertEqual(self.good(auditor.get(path)).text, self.done(*words, "--json"))
        self.assertEqual(
            auditor.get("/audit/checkpoint").body,
            self.server.get("/log/checkpoint", self.tokens["auditor"]).body)

    def test_names_are_shown_to_who_asks_for_them_and_counted_when_they_are(self):
        officer = self.visitor(self.tokens["officer"])
        before = self.opened()
        self.assertNotIn(SECRET, officer.get("/candidates/P1").text)
        self.assertEqual(self.opened(), before)
        officer.show_names()
        # A head shows nobody.
        for path in ("/candidates/P1", "/candidates/P1/file"):
            self.assertEqual(officer.ask("HEAD", path).status, 200)
        self.assertEqual(self.opened(), before)
        self.assertIn(SECRET, officer.get("/candidates/P1").text)
        after = [json.loads(line) for line in self.opened() if line not in before]
        self.assertEqual([(line["who"], line["subject"]) for line in after],
                         [("officer:1", "candidate:P1")])
        officer.show_names(False)
        shown = self.opened()
        for path in PAGES:
            self.assertNotIn(SECRET, officer.get(path).text, path)
        self.assertEqual(self.opened(), shown)

    def test_an_officer_recognises_and_does_not_record(self):
        officer = self.visitor(self.tokens["officer"])
        size, key = self.log_size(), officer.key
        for path in ("/record", "/record/CandidateRegistered", "/entries/5/annul",
                     "/entries/5/correct", "/juries/J2/session"):
            self.assertEqual(officer.get(path).status, 403, path)
        for path in ("/record/CandidateRegistered", "/entries/5/annul", "/entries/5/correct",
                     "/juries/J2/session"):
            answer = officer.post(path, ("act", "record"), ("reason", "x"), key=key)
            self.assertEqual((answer.status, SECRET in answer.text), (403, False), path)
        self.assertEqual(self.log_size(), size)
        self.assertIn(officer.post(
            "/candidates/P2/prior?for=3474", ("act", "try"), key=key).status, (200, 422))

    def test_a_document_has_its_own_style_and_nothing_else(self):
        officer = self.visitor(self.tokens["officer"])
        for path in DOCUMENTS:
            answer = self.good(officer.get(path))
            sheets = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
            self.assertEqual((len(sheets), answer.text.count("<style")), (1, 1), path)
            digest = base64.b64encode(hashlib.sha256(sheets[0].encode()).digest()).decode()
            policy = answer.headers["Content-Security-Policy"].split("; ")
            self.assertIn(f"style-src 'sha256-{digest}'", policy)
            for part in ("default-src 'none'", "sandbox", "frame-ancestors 'none'"):
                self.assertIn(part, policy)
            self.assertIn(SECRET, answer.text)
            self.assertEqual(Page(answer.text).strange(), [])
            self.assertEqual(answer.headers["Cache-Control"], "no-store")

    def test_a_search_is_posted_and_no_name_is_in_an_address_a_log_or_a_figure(self):
        officer = self.visitor(self.tokens["officer"])
        for path in ("/people", "/candidacies"):
            form = officer.page(path).form_to(path + "/search")
            self.assertEqual(form.method, "post")
            page = Page(self.good(officer.post(path + "/search", ("name", f"{SECRET}cinq"))).text)
            self.assertIn("P5" if path == "/people" else "D5", page.text)
            self.assertNotIn("P1 ", page.text)
            for link in page.links:
                self.assertNotIn("secret", link.lower())
        officer.get(f"/{SECRET}?name={SECRET}")
        officer.get(f"/people/{SECRET}")
        officer.get(f"/candidates/{SECRET}")
        for told in (self.server.notes(), self.server.get("/metrics").text):
            self.assertNotIn("secret", told.lower())
        self.assertIn("/people/search", {line["route"] for line in self.server.requests()})

    def test_a_day_that_is_none_gives_no_file_and_no_document(self):
        officer = self.visitor(self.tokens["officer"])
        for path in ("/candidacies?as=csv&", "/candidacies/D2/attestation?", "/juries/J1/minutes?"):
            for times in ("on=2026-02-30", "known=99999", "known=never"):
                with self.subTest(path + times):
                    # Not as of today, which nobody asked for.
                    self.assertIn(officer.get(path + times).status, (400, 404))

    def test_a_list_that_cannot_be_continued_says_why(self):
        page = self.visitor(self.tokens["auditor"]).page("/people?after=NOBODY", 400)
        self.assertIn("no element", page.text)



class Recording(PageTrials):
    """What forms record, by an administrator."""

    def setUp(self):
        super().setUp()
        self.init()
        self.token = self.grant("administrator:1", "administrator")
        self.server = self.serve()
        self.admin = self.visitor(self.token)

    def jury_waits(self):
        """A jury with four candidates, before its session."""
        people = [fact for number, names in PEOPLE.items() for fact in person(number, *names)]
        self.imported(*people, event("CertifierDescribed", "2026-01-02", **CERTIFIER), convened(),
                      *summoned("D1", "D2", "D3", "D4"))

    def entries(self, after):
        return [json.loads(line) for line in self.done(
            "log", "--from", str(after + 1), "--json").splitlines()]

    def twice(self, path, **fields):
        """How many entries a filled form records when it is sent, and when it is sent again."""
        address, body = self.admin.filled(path, act="record", **fields)
        size = self.log_size()
        first = self.admin.ask("POST", address, body)
        self.assertEqual(first.status, 303, Page(first.text).text[-800:])
        once = self.log_size()
        again = self.admin.ask("POST", address, body)
        self.assertIn(again.status, (303, 422))
        return once - size, self.log_size() - once

    def at_once(self, path, **fields):
        """How many entries a form records that is sent six times at once."""
        address, body = self.admin.filled(path, act="record", **fields)
        size = self.log_size()
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            answers = list(pool.map(lambda _: self.admin.ask("POST", address, body), range(6)))
        self.assertTrue({answer.status for answer in answers} <= {303, 422})
        return self.log_size() - size

    def test_a_fact_is_tried_then_recorded_by_who_signed_in(self):
        path, size = "/record/CandidateRegistered", self.log_size()
        for act in ({"act": "try"}, {}):
            tried = self.good(self.admin.fill(path, **PERSON, **act))
            self.assertEqual(Page(tried.text).form_to(path)["identity.birthName"], "Nomsecret1x")
            self.assertEqual(self.log_size(), size)
        answer = self.admin.fill(path, **PERSON, act="record", recordedBy="clerk:9")
        self.assertEqual(answer.status, 303)
        self.assertRegex(answer.headers["Location"], r"^/candidates/P-2021-001$")
        entry, = self.entries(size)
        self.assertEqual((entry["recordedBy"], entry["occurredOn"], entry["type"]),
                         ("administrator:1", "2021-01-11", "CandidateRegistered"))
        self.assertNotIn("secret", answer.headers["Location"].lower())
        # What was done is told once, on the next page.
        self.assertIn("P-2021-001", Page(self.admin.get("/people").text).text)
        self.assertIn("NOMSECRET1X", self.done("people", "--names"))

    def test_a_form_that_is_refused_keeps_what_was_typed(self):
        typed = {"identity__birthName": "Nomsecret2x", "identity__birthDate": "hier",
                 "identity__sex": "F", "occurredOn": "31/02/2021", "reason": "une remarque"}
        path, size = "/record/CandidateRegistered", self.log_size()
        answer = self.admin.fill(path, **typed, act="record")
        self.assertEqual(answer.status, 422)
        form = Page(answer.text).form_to(path)
        for name, value in typed.items():
            self.assertEqual(form[name.replace("__", ".")], value)
        # Each problem leads to its field.
        page = Page(answer.text)
        ids = {attrs.get("id") for _, attrs in page.elements}
        problems = [link[1:] for link in page.links if link.startswith("#f-")]
        self.assertLessEqual({"f-occurredOn", "f-identity-birthDate"}, set(problems))
        self.assertLessEqual(set(problems), ids)
        self.assertEqual(self.log_size(), size)

    def test_a_row_that_is_refused_is_named_where_it_was_typed(self):
        answer = self.admin.fill(
            "/record/JuryConvened", **{**JURY, "members__2__role": "", "members__4__name": "X"})
        self.assertEqual(answer.status, 422)
        page = Page(answer.text)
        self.assertIn("#f-members-2-role", page.links)
        self.assertEqual(page.form_to("/record/JuryConvened")["members.4.name"], "X")

    def test_a_form_sent_twice_records_once_where_a_rule_knows_the_fact(self):
        self.assertEqual(self.twice("/record/CandidateRegistered", **PERSON), (1, 0))
        enrolled = {"candidate": "P-2021-001", "certification": "3474", "public": "employee",
                    "pathway": "continuingTraining", "occurredOn": "2021-01-12"}
        self.assertEqual(self.twice("/record/CandidateEnrolled", **enrolled), (1, 0))
        left = {"candidacy": "D-2021-001", "grounds": "motifsecret", "occurredOn": "2021-03-01"}
        self.assertEqual(self.twice("/record/CandidacyWithdrawn", **left), (1, 0))
        self.admin.show_names()
        last = f"/entries/{self.log_size()}"
        self.assertEqual(self.twice(
            last + "/correct", grounds="un autre secret", reason="une faute"), (2, 0))
        last = f"/entries/{self.log_size()}"
        self.assertEqual(self.at_once(last + "/annul", reason="une faute"), 1)
        other = {**PERSON, "identity__birthName": "Nomsecret2x"}
        self.assertEqual(self.at_once("/record/CandidateRegistered", **other), 1)

    def test_a_form_sent_twice_records_once_where_no_rule_knows_the_fact(self):
        self.jury_waits()
        day = {"occurredOn": "2026-06-01"}
        for kind, fields in (
                ("JuryConvened", JURY),
                ("DossierSubmitted", {"candidacy": "D1", "kind": "admissibility", **day}),
                ("CandidateSummoned", {"jury": "J1", "candidacy": "D1", **day}),
                ("JuryMemberRecused", {"jury": "J1", "candidacy": "D3", "member": "M3", **day}),
                ("CandidateDeceased", {"candidate": "P4", **day})):
            with self.subTest(kind):
                self.assertEqual(self.twice(f"/record/{kind}", **fields), (1, 0))
        with self.subTest("at once"):
            self.assertEqual(self.at_once("/record/JuryConvened", **JURY), 1)
        with self.subTest("another person of the same name"):
            self.admin.fill("/record/CandidateRegistered", **PERSON, act="record")
            self.assertEqual(self.twice(
                "/record/CandidateRegistered", **PERSON, distinct="yes"), (1, 0))

    def test_a_session_is_recorded_whole_or_not_at_all_and_once(self):
        self.jury_waits()
        path, size = "/juries/J1/session", self.log_size()
        filled = {f"verdict.D1.{CODE}BC01": "V", f"verdict.D1.{CODE}BC02": "NV",
                  "attendance.D1": "P", "attendance.D2": "ABS", "grounds.D1": "motifsecret"}
        # Decisions on who was absent: nothing of the rest either.
        answer = self.admin.fill(path, **filled, **{f"verdict.D2.{CODE}BC01": "V"}, act="record")
        self.assertEqual((answer.status, self.log_size()), (422, size))
        form = Page(answer.text).form_to(path)
        self.assertEqual((form["grounds.D1"], form[f"verdict.D1.{CODE}BC02"]), ("motifsecret", "NV"))
        self.good(self.admin.fill(path, **filled, act="try"))
        self.assertEqual(self.log_size(), size)
        once, again = self.twice(path, **filled)
        self.assertEqual((once, again), (4, 0))
        self.assertEqual({entry["recordedBy"] for entry in self.entries(size)}, {"administrator:1"})
        self.assertEqual(self.at_once(
            path, **{f"verdict.D3.{CODE}BC01": "V", "attendance.D3": "P"}), 1)
        # A page of before is told of what another one recorded, and does not take it back.
        old = self.admin.filled(path, act="record", **{f"verdict.D3.{CODE}BC02": "V"})
        self.assertEqual(self.twice(path, **{f"verdict.D3.{CODE}BC03": "V"}), (1, 0))
        size = self.log_size()
        answer = self.admin.ask("POST", *old)
        self.assertEqual((answer.status, self.log_size()), (422, size))
        confirmed = Page(answer.text).form_to(path).filled({"yes": "yes", "act": "record"})
        self.assertEqual(self.admin.ask("POST", path, encoded(confirmed)).status, 303)
        self.assertEqual([entry["data"]["block"] for entry in self.entries(size)], [CODE + "BC02"])

    def test_prior_validations_are_recorded_by_an_officer_once(self):
        demo = self.folder / "demo.ledger"
        self.done("demo", ledger=demo)
        server = self.serve(ledger=demo)
        officer = self.visitor(self.grant("officer:1", "officer", ledger=demo), server)
        size, path = self.log_size(demo), "/candidates/DEMO-P-0014/prior"
        address, body = officer.filled(path + "?for=RNCP99052", act="try")
        self.good(officer.ask("POST", address, body))
        self.assertEqual(self.log_size(demo), size)
        address, body = officer.filled(path + "?for=RNCP99052", act="record")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda _: officer.ask("POST", address, body), range(4)))
        self.assertIn(303, {answer.status for answer in answers})
        entries = [json.loads(line) for line in self.done(
            "log", "--from", str(size + 1), "--json", ledger=demo).splitlines()]
        self.assertEqual({entry["recordedBy"] for entry in entries}, {"officer:1"})
        facts = [json.dumps(entry["data"], sort_keys=True) for entry in entries]
        self.assertEqual(len(facts), len(set(facts)))
        self.assertEqual(
            [entry["type"] for entry in entries].count("CandidateEnrolled"), 1)

    def test_what_is_missing_in_a_correction_is_said_beside_its_field(self):
        self.admin.fill("/record/CandidateRegistered", **PERSON, act="record")
        path = f"/entries/{self.log_size()}/correct"
        # Nobody changes a text that they do not see.
        self.admin.page(path, status=409)
        self.admin.show_names()
        answer = self.admin.fill(path, identity__sex="M", act="record")
        self.assertEqual(answer.status, 422)
        self.assertIn("#f-reason", Page(answer.text).links)
        self.assertNotIn("--reason", answer.text)

    def test_a_correction_keeps_the_day_and_what_was_not_changed(self):
        self.admin.fill("/record/CandidateRegistered", **PERSON, act="record")
        enrolled = {"candidate": "P-2021-001", "certification": "3474", "public": "employee",
                    "pathway": "continuingTraining", "occurredOn": "2021-01-12"}
        self.admin.fill("/record/CandidateEnrolled", **enrolled, act="record")
        size = self.log_size()
        self.assertEqual(self.admin.fill(
            f"/entries/{size}/correct", public="jobSeeker", reason="une faute",
            act="record").status, 303)
        before = self.entries(size - 1)[0]
        after = next(entry for entry in self.entries(size) if entry["type"] == before["type"])
        self.assertEqual(after["occurredOn"], before["occurredOn"])
        self.assertEqual(after["data"], {**before["data"], "public": "jobSeeker"})

    def test_a_grid_without_names_keeps_the_texts_that_it_does_not_show(self):
        self.jury_waits()
        path = "/juries/J1/session"
        self.admin.show_names()
        self.assertEqual(self.twice(path, **{
            f"verdict.D1.{CODE}BC01": "NV", "grounds.D1": "motifsecret"})[1], 0)
        self.admin.show_names(False)
        page, size = self.admin.get(path).text, self.log_size()
        self.assertNotIn("motifsecret", page)
        self.assertIn("not shown", page)
        self.assertEqual(self.twice(path, **{f"verdict.D2.{CODE}BC01": "V"})[1], 0)
        about = {entry["data"].get("candidacy") for entry in self.entries(size)}
        self.assertNotIn("D1", about)
        self.assertIn("D2", about)
        size = self.log_size()
        self.assertEqual(self.twice(path, **{f"verdict.D1.{CODE}BC02": "NV"})[1], 0)
        refused = [entry for entry in self.entries(size) if entry["type"] == "BlockRefused"]
        self.assertEqual([list(entry["data"]).count("grounds") for entry in refused], [1])

    def test_figures_count_what_pages_record_and_what_rules_refuse(self):
        self.admin.fill("/record/CandidateRegistered", **PERSON, act="record")
        left = {"candidacy": "D9", "occurredOn": "2021-03-01", "act": "record"}
        self.imported(*person("9", "Nomsecret9x", "Prénomsecret", "F"))
        self.assertEqual(self.admin.fill("/record/CandidacyWithdrawn", **left).status, 422)
        figures = self.server.get("/metrics").text
        self.assertIn("acquis_appends_total 1\n", figures)
        self.assertRegex(figures, r'acquis_refusals_total\{rule="R\d+"\} 1')


if __name__ == "__main__":
    unittest.main()
