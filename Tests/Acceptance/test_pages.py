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
from signed_in import SECRET, Page, PageTrials, Visitor, hostile_session
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
        officer.ask("POST", "/session", form_of(officer, "/candidates/P1", names="show"))
        # A head shows nobody.
        for path in ("/candidates/P1", "/candidates/P1/file"):
            self.assertEqual(officer.ask("HEAD", path).status, 200)
        self.assertEqual(self.opened(), before)
        self.assertIn(SECRET, officer.get("/candidates/P1").text)
        after = [json.loads(line) for line in self.opened() if line not in before]
        self.assertEqual([(line["who"], line["subject"]) for line in after],
                         [("officer:1", "candidate:P1")])
        officer.ask("POST", "/session", form_of(officer, "/people", names="hide"))
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
                    self.assertEqual(officer.get(path + times).status, 400)

    def test_a_list_that_cannot_be_continued_says_why(self):
        page = self.visitor(self.tokens["auditor"]).page("/people?after=NOBODY", 400)
        self.assertIn("no element", page.text)


def form_of(visitor, path, **fields):
    """The bytes of the form of a page that changes the session."""
    from signed_in import encoded
    return encoded(visitor.page(path).form_to("/session").filled(fields))
