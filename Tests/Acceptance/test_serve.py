"""`acquis serve`: its answers are the command line's; recording over HTTP; how it starts and ends.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import pwd
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import unittest

from served import Served, ServedTrials, fact, free_port, granted, new_id, posted
from trials import ACQUIS, as_root, enrolment, needed, person, registration, run, until

ON = "2026-06-30"


def listed(lines):
    """JSON Lines as the array that the API answers."""
    return "[" + ",".join(lines.splitlines()) + "]\n"


class Questions(ServedTrials):
    """A demonstration, served to an auditor, an officer, and one whom names are shown to unasked."""

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="acquis-serve-"))
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)
        cls.demo = cls.place / "demo.ledger"
        assert run(cls.demo, "demo").returncode == 0
        assert run(cls.demo, "audit", "checkpoint").returncode == 0
        cls.auditor = granted(cls.demo, "auditor:1", "auditor")
        cls.officer = granted(cls.demo, "officer:1", "officer")
        cls.named = granted(cls.demo, "officer:2", "officer", "--names")
        cls.server = Served(cls.demo)
        cls.addClassCleanup(cls.server.end)

    def setUp(self):
        super().setUp()
        self.ledger = self.demo

    def asked(self, path, token=None, **headers):
        return self.good(self.server.get("/api/v1" + path, token or self.auditor, **headers))

    def printed(self, *words):
        """A command's output, byte for byte; 1 is no failure of a question."""
        outcome = subprocess.run(
            [ACQUIS, *words, "--ledger", str(self.demo)], capture_output=True, timeout=120,
            check=False, env={**os.environ, "LC_ALL": "C"})
        self.assertIn(outcome.returncode, (0, 1), outcome.stderr)
        self.assertTrue(outcome.stdout, outcome.stderr)
        return outcome.stdout.decode()

    def test_one_object_is_what_the_command_prints(self):
        for path, words in (
                ("/candidacies/DEMO-D-LAPSE", ["status", "DEMO-D-LAPSE"]),
                (f"/candidacies/DEMO-D-LAPSE?on={ON}&known=40",
                 ["status", "DEMO-D-LAPSE", "--on", ON, "--known", "40"]),
                ("/candidates/DEMO-P-LAPSE", ["candidate", "DEMO-P-LAPSE"]),
                ("/candidates/DEMO-P-LAPSE/prior", ["prior", "DEMO-P-LAPSE"]),
                (f"/candidates/DEMO-P-LAPSE/prior?for=3474&on={ON}",
                 ["prior", "DEMO-P-LAPSE", "--for", "3474", "--on", ON]),
                ("/juries/DEMO-J-LAPSE", ["jury", "DEMO-J-LAPSE"]),
                ("/certifications/RNCP38052", ["certification", "RNCP38052"]),
                ("/certifications/3474/correspondences/RNCP38052",
                 ["certification", "3474", "--to", "RNCP38052"]),
                ("/digest", ["replay", "--digest"]),
                ("/proofs/inclusion/31?size=100", ["audit", "prove", "31", "--size", "100"]),
                ("/proofs/inclusion/1", ["audit", "prove", "1"]),
                ("/proofs/consistency/31/1000", ["audit", "consistency", "31", "1000"])):
            with self.subTest(path):
                self.assertEqual(self.asked(path).text, self.printed(*words, "--json"))
        self.assertEqual(
            self.asked("/report?year=2025", self.officer).text,
            self.printed("report", "--year", "2025", "--json"))

    def test_a_list_is_what_the_command_prints_in_lines(self):
        for path, words in (
                ("/candidacies?", ["candidates"]),
                ("/candidacies?status=certified&certification=RNCP38052&pathway=apprenticeship&",
                 ["candidates", "--status", "certified", "--certification", "RNCP38052",
                  "--pathway", "apprenticeship"]),
                ("/candidacies?declaration=late&", ["candidates", "--declaration", "late"]),
                ("/windows?", ["windows"]),
                (f"/windows?state=open&on={ON}&closingWithin=900&",
                 ["windows", "--state", "open", "--on", ON, "--closing-within", "900"]),
                ("/deadlines?", ["deadlines"]),
                ("/deadlines?past=true&", ["deadlines", "--past"]),
                ("/people?", ["people"]), ("/juries?", ["juries"]),
                ("/certifications?", ["certifications"]), ("/certificates?", ["certificates"]),
                ("/log?to=300&", ["log", "--to", "300"]),
                ("/log?type=BlockRefused&", ["log", "--type", "BlockRefused"]),
                ("/candidacies/DEMO-D-LAPSE/timeline?", ["timeline", "candidacy:DEMO-D-LAPSE"]),
                ("/juries/DEMO-J-LAPSE/timeline?", ["timeline", "jury:DEMO-J-LAPSE"]),
                ("/compare?from=900&to=1000&", ["compare", "--known", "900", "--known", "1000"])):
            with self.subTest(path):
                answer = self.asked(path + "limit=1000")
                self.assertEqual(answer.text, listed(self.printed(*words, "--json")))
                self.assertIsNone(answer.next)
        # Those that the command line prints as an array already.
        for path, words in (
                ("/statistics?", ["statistics"]), ("/findings?", ["findings"]),
                ("/certifications/3474/statistics?", ["statistics", "3474"]),
                ("/findings?rule=R21&", ["findings", "--rule", "R21"])):
            with self.subTest(path):
                self.assertEqual(
                    self.asked(path + "limit=1000").text, self.printed(*words, "--json"))

    def test_names_are_what_the_command_prints_with_names(self):
        for path, words in (
                ("/people?", ["people"]),
                ("/candidacies?status=lapsed&", ["candidates", "--status", "lapsed"]),
                ("/certificates?", ["certificates"])):
            with self.subTest(path):
                told = self.printed(*words, "--json", "--names")
                self.assertEqual(
                    self.asked(path + "names=true&limit=1000", self.officer).text, listed(told))
                self.assertNotEqual(told, self.printed(*words, "--json"))
                self.assertEqual(
                    self.asked(path + "names=true&limit=1000", self.officer, Accept="text/csv").text,
                    self.printed(*words, "--csv", "--names"))

    def test_a_spreadsheet_s_file_is_the_command_s(self):
        for path, words in (
                ("/candidacies?limit=1000", ["candidates"]), ("/windows?limit=1000", ["windows"]),
                ("/juries?limit=1000", ["juries"]), ("/findings?limit=1000", ["findings"]),
                ("/statistics?limit=1000", ["statistics"])):
            with self.subTest(path):
                english = self.asked(path, Accept="text/csv")
                self.assertEqual(english.headers["Content-Type"], "text/csv; charset=utf-8")
                self.assertEqual(english.text, self.printed(*words, "--csv"))
                for french in (
                        self.asked(path + "&lang=fr", Accept="text/csv"),
                        self.asked(path, Accept="text/csv", Accept_Language="fr-FR, en;q=0.5")):
                    self.assertEqual(french.text, self.printed(*words, "--csv=fr"))
        self.problem(406, self.server.get("/api/v1/windows", self.auditor, Accept="image/png"))

    def test_pages_reach_every_candidacy_once(self):
        for query, limit in (("", 7), ("certification=3474&", 1), ("status=certified&", 100)):
            expected = [json.loads(line)["candidacy"] for line in self.printed(
                "candidates", "--json", *([] if not query else
                ["--" + query.split("=")[0], query.split("=")[1].rstrip("&")])).splitlines()]
            self.assertGreater(len(expected), 5)
            found, path, pages = [], f"/api/v1/candidacies?{query}limit={limit}", 0
            while path:
                answer = self.good(self.server.get(path, self.auditor))
                self.assertLessEqual(len(answer.json), limit)
                found += [one["candidacy"] for one in answer.json]
                path, pages = answer.next, pages + 1
                self.assertLessEqual(pages, len(expected), "it does not end")
            self.assertEqual(found, expected)
            self.assertEqual(pages, -(-len(expected) // limit))
        first = self.asked("/log?limit=50")
        self.assertEqual([entry["position"] for entry in first.json], list(range(1, 51)))
        second = self.good(self.server.get(first.next, self.auditor))
        self.assertEqual([entry["position"] for entry in second.json], list(range(51, 101)))

    def test_a_document_for_who_attests_as_page_and_as_pdf(self):
        letters = "/juries/DEMO-J-LAPSE/letters?kind=result"
        for path, said in (
                ("/candidacies/DEMO-D-LAPSE/attestation", "3474D1"),
                ("/candidacies/DEMO-D-0001/certificate", "RNCP38052"),
                ("/juries/DEMO-J-LAPSE/minutes", "DEMO-J-LAPSE"), (letters, "<html"),
                ("/candidates/DEMO-P-LAPSE/file", "DEMO-P-LAPSE"), ("/report?year=2025", "2025")):
            with self.subTest(path):
                page = self.asked(path, self.officer, Accept="text/html")
                self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")
                self.assertEqual(page.headers["Cache-Control"], "no-store")
                self.assertIn(said, page.text)
                self.assertTrue(page.text.startswith("<!DOCTYPE html>"), page.text[:80])
                self.problem(403, self.server.get("/api/v1" + path, self.auditor), "auditor")
        french = self.asked("/candidacies/DEMO-D-LAPSE/attestation?lang=fr", self.officer)
        self.assertIn('lang="fr"', french.text)
        self.problem(400, self.server.get(letters.replace("result", "x").join(
            ("/api/v1", "")), self.officer), "kind")

    def test_a_document_as_pdf(self):
        needed("weasyprint", "a document of the API as PDF")
        answer = self.asked(
            "/candidacies/DEMO-D-LAPSE/attestation", self.officer, Accept="application/pdf")
        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        self.assertTrue(answer.body.startswith(b"%PDF-"))
        self.assertTrue(answer.body.rstrip().endswith(b"%%EOF"))

    def test_a_head_is_the_answer_without_its_body(self):
        for path in ("/api/v1/candidacies?limit=2", "/api/v1/candidacies/DEMO-D-LAPSE",
                     "/log/checkpoint", "/api/v1/candidacies/NOBODY", "/health"):
            whole = self.server.get(path, self.auditor)
            head = self.server.ask("HEAD", path, self.auditor)
            self.assertEqual((head.status, head.body), (whole.status, b""))
            for name in ("Content-Type", "Content-Length", "ETag", "Link", "Cache-Control"):
                self.assertEqual(head.headers[name], whole.headers[name], (path, name))

    def test_what_is_not_there_is_not_found(self):
        for path in ("/candidacies/NOBODY", "/candidates/NOBODY", "/juries/NOBODY",
                     "/certifications/NOTHING", "/proofs/inclusion/0", "/proofs/inclusion/x",
                     "/nothing", "/types/Nothing"):
            self.problem(404, self.server.get("/api/v1" + path, self.auditor))
        for path, status in (
                ("/candidacies?status=perhaps", 400), ("/candidacies?name=martin", 400),
                ("/candidacies?limit=0", 400), ("/candidacies?limit=1001", 400),
                ("/candidacies?limit=2&limit=3", 400), ("/candidacies?on=2026-02-30", 400),
                ("/candidacies/DEMO-D-LAPSE?ledger=x", 400), ("/compare", 400),
                ("/candidacies?on=%ff", 400), ("/log?after=-1", 400)):
            with self.subTest(path):
                self.problem(status, self.server.get("/api/v1" + path, self.auditor))

    def test_the_checkpoint_and_the_tiles_are_the_log_s(self):
        note = self.good(self.server.get("/log/checkpoint", self.auditor)).text
        kept = json.loads(self.printed("log", "--root", "--json"))
        self.assertEqual(note.splitlines()[1:3], [str(kept["size"]), kept["root"]])
        bundle = self.good(self.server.get("/log/tile/entries/000", self.auditor)).body
        lines = self.printed("log", "--to", "256").splitlines()
        at, entries = 0, []
        while at < len(bundle):
            end = at + 2 + int.from_bytes(bundle[at:at + 2], "big")
            entries.append(bundle[at + 2:end].decode())
            at = end
        self.assertEqual(entries, ["{" + line.split(",", 1)[1] for line in lines])
        for path in ("/log/tile/0/999", "/log/tile/entries/../../api/v1/log", "/log/", "/log"):
            self.problem(404, self.server.get(path, self.auditor))

    def test_what_is_opened_by_name_is_counted_and_nothing_else(self):
        def opened(who):
            return {(line["subject"], line["count"]) for line in map(
                json.loads, self.done("access", "opened", "--json").splitlines())
                if line["who"] == who}
        counted = granted(self.demo, "counted:1", "officer")
        for path in ("/candidates/DEMO-P-LAPSE", "/candidacies?limit=5", "/log?limit=20", "/people",
                     "/candidacies?status=lapsed", "/certificates?limit=3"):
            self.asked(path, counted)
        self.problem(404, self.server.get("/api/v1/candidates/NOBODY?names=true", counted))
        self.assertEqual(opened("counted:1"), set())
        attested = "/candidacies/DEMO-D-LAPSE/attestation"
        for count in (1, 2):
            # It names who signs, too.
            self.assertIn("Démonstration", self.asked(attested, counted).text)
            self.assertEqual(opened("counted:1"), {
                ("candidate:DEMO-P-LAPSE", count), ("member:DEMO-M-signatory", count)})
        seen = opened("counted:1")
        # A page of a list: those of this page alone, each once.
        for path in ("/people?limit=3", "/candidacies?limit=3"):
            paged = granted(self.demo, f"paged:{path[1:4]}", "officer", "--names")
            page = self.asked(path, paged)
            self.assertIn("Démonstration", page.text)
            self.assertEqual(
                opened(f"paged:{path[1:4]}"),
                {(f"candidate:{one['candidate']}", 1) for one in page.json}, path)
        # What is not sent is not opened.
        self.server.ask("HEAD", "/api/v1/people?names=true&limit=1000", counted)
        self.assertEqual(opened("counted:1"), seen)

    def test_a_grant_may_show_names_unasked_and_they_are_never_stored(self):
        path = "/people?limit=5"
        named = self.asked(path, self.named)
        self.assertIn("Démonstration", named.text)
        self.assertEqual(named.text, self.asked(path + "&names=true", self.officer).text)
        self.assertEqual(self.asked(path + "&names=false", self.named).text, self.asked(path).text)
        for answer in (named, self.asked(path + "&names=true", self.officer)):
            self.assertEqual(answer.headers["Cache-Control"], "no-store")
            self.assertIsNone(answer.headers["ETag"])
            self.assertIn("Authorization", answer.headers["Vary"])

    def test_a_search_by_name_is_posted(self):
        for path in ("/people/search", "/candidacies/search"):
            found = self.good(self.server.post(
                "/api/v1" + path, self.officer, {"name": "exemple démonstration"}))
            self.assertIn("DEMO-P-0001", [one["candidate"] for one in found.json])
            self.assertNotIn("Démonstration", found.text)
            self.assertEqual(found.headers["Cache-Control"], "no-store")
            self.problem(403, self.server.post("/api/v1" + path, self.auditor, {"name": "x"}))
            self.problem(400, self.server.post("/api/v1" + path, self.officer, {"name": " "}))
        # The next page is posted too, with the name in the body again.
        first = self.good(self.server.post(
            "/api/v1/people/search?limit=2", self.officer, {"name": "exemple"}))
        second = self.good(self.server.post(first.next, self.officer, {"name": "exemple"}))
        self.assertNotIn("exemple", first.next.lower())
        self.assertFalse({one["candidate"] for one in first.json}
                         & {one["candidate"] for one in second.json})
        for told in (self.server.notes(), self.server.get("/metrics").text):
            self.assertNotIn("exemple", told.lower())
            self.assertNotIn("monstration", told.lower())


class Recording(ServedTrials):
    """A new ledger, served to an administrator."""

    def setUp(self):
        super().setUp()
        self.init()
        self.token = self.grant("admin:1", "administrator")
        self.server = self.serve()

    def record(self, body, path="record", token=None, **headers):
        return self.server.post(f"/api/v1/{path}", token or self.token, body, **headers)

    def recorded(self, body, path="record", **headers):
        answer = self.good(self.record(body, path, **headers)).json
        return answer["first"], answer["last"]

    def test_a_fact_is_recorded_by_who_the_token_is_of(self):
        self.assertEqual(self.recorded(posted(registration(1))), (3, 3))
        self.assertEqual(self.recorded({**posted(enrolment(1)), "recordedBy": "admin:1"}), (4, 4))
        self.assertEqual(self.recorded({"event": 4, "reason": "x"}, "annul"), (5, 5))
        facts = [posted(fact) for number in (2, 3) for fact in person(number)]
        self.assertEqual(self.recorded(facts), (6, 9))
        self.assertEqual(
            self.recorded({"event": 7, "reason": "x", "data": {"public": "jobSeeker"}}, "correct"),
            (10, 11))
        entries = [json.loads(line) for line in self.done("log", "--from", "3").splitlines()]
        self.assertEqual({entry["recordedBy"] for entry in entries}, {"admin:1"})
        self.assertEqual(len(entries), 9)
        self.done("audit", "verify")

    def test_an_idempotency_key_is_the_same_fact_once(self):
        first = self.record(posted(registration(1)), Idempotency_Key="one")
        again = self.record(posted(registration(1)), Idempotency_Key="one")
        self.assertEqual((first.status, again.status), (200, 200), again.body)
        self.assertEqual(
            [(answer.json["first"], answer.json["last"]) for answer in (first, again)], [(3, 3)] * 2)
        self.assertEqual(self.log_size(), 3)
        for other in (registration(2), {**registration(1), "occurredOn": "2021-01-12"}):
            self.problem(422, self.record(posted(other), Idempotency_Key="one"), "position 3")
        self.assertEqual(self.log_size(), 3)
        # The key is of who sends it; and of one object without an id.
        other = self.grant("admin:2", "administrator")
        self.assertEqual(self.good(self.record(
            posted(enrolment(1)), token=other, Idempotency_Key="one")).json["first"], 4)
        self.problem(422, self.record([posted(f) for f in person(2)], Idempotency_Key="two"))
        self.problem(422, self.record(
            {**posted(registration(2)), "id": new_id()}, Idempotency_Key="two"))
        self.problem(400, self.record(posted(registration(2)), Idempotency_Key="k" * 256))
        self.assertEqual(self.log_size(), 4)

    def test_an_idempotency_key_serves_annulling_and_correcting(self):
        self.recorded([posted(f) for f in person(1)])
        corrected = {"event": 4, "reason": "x", "data": {"public": "jobSeeker"}}
        one = self.recorded(corrected, "correct", Idempotency_Key="c")
        self.assertEqual(self.recorded(corrected, "correct", Idempotency_Key="c"), one)
        annulled = {"event": one[1], "reason": "x"}
        two = self.recorded(annulled, "annul", Idempotency_Key="a")
        self.assertEqual(self.recorded(annulled, "annul", Idempotency_Key="a"), two)
        self.assertEqual(self.log_size(), two[1])

    def test_an_array_is_recorded_whole_or_not_at_all(self):
        facts = [posted(f) for number in (1, 2, 3) for f in person(number)]
        wrong = {**posted(enrolment(4)), "data": {**enrolment(4)["data"], "candidacy": "D1"}}
        told = self.problem(422, self.record([*facts, wrong]))
        self.assertIn("R15", [refusal["rule"] for refusal in told["refused"]])
        for missing in ("rule", "source", "message", "remedy"):
            self.assertTrue(told["refused"][0][missing], told)
        for bad in ({}, {"type": "Nothing", "occurredOn": "2021-01-01", "data": {}},
                    {**posted(enrolment(4)), "more": 1}):
            self.problem(422, self.record([*facts, bad]))
        for bad in (None, "x", 1, []):
            self.problem(400, self.record([*facts, bad]))
        self.problem(400, self.record([]))
        self.assertEqual(self.log_size(), 2)
        self.assertEqual(self.recorded(facts), (3, 8))

    def test_an_array_with_ids_is_retried_safely(self):
        facts = [{**posted(f), "id": new_id()} for number in (1, 2) for f in person(number)]
        self.assertEqual(self.recorded(facts), (3, 6))
        self.assertEqual(self.recorded(facts), (3, 6))
        self.assertEqual(self.log_size(), 6)
        changed = [*facts[:-1], {**facts[-1], "occurredOn": "2021-02-02"}]
        self.problem(422, self.record(changed), "another content")
        self.assertEqual(self.log_size(), 6)
        log = [json.loads(line)["id"] for line in self.done("log", "--from", "3").splitlines()]
        self.assertEqual(log, [f["id"] for f in facts])

    def test_what_hangs_on_an_entry_is_told_and_needs_a_yes(self):
        tested = fact("PositioningTestTaken", "2021-01-12", candidacy="D1", adjusted=False)
        self.recorded([*(posted(f) for f in person(1)), tested])
        for path, body, hanging in (
                ("annul", {"event": 3, "reason": "motifsecret"}, [4]),
                ("correct", {"event": 4, "reason": "motifsecret", "data": {"candidacy": "D9"}}, [5])):
            told = self.problem(409, self.record(body, path))
            self.assertEqual([entry["position"] for entry in told["hanging"]], hanging)
            self.assertEqual(set(told["hanging"][0]), {"position", "type", "rule"})
            asked = self.done(
                path, str(body["event"]), "--reason", "x", "--by", "admin:1", "--json", "--dry-run",
                *(f"{name}={value}" for name, value in body.get("data", {}).items()))
            self.assertEqual(told["hanging"], json.loads(asked)["hanging"])
        self.assertEqual(self.log_size(), 5)
        self.assertEqual(self.recorded(body, "correct?yes=true"), (6, 7))
        self.assertEqual(
            self.recorded({"event": 3, "reason": "x"}, "annul?yes=true"), (8, 8))

    def test_a_dry_run_says_what_would_be_and_records_nothing(self):
        self.recorded([posted(f) for f in person(1)])
        withdrawn = fact("CandidacyWithdrawn", "2021-03-01", candidacy="D1")
        for path, body in (
                ("record", withdrawn), ("annul", {"event": 4, "reason": "x"}),
                ("correct", {"event": 4, "reason": "x", "data": {"public": "jobSeeker"}})):
            told = self.good(self.record(body, path + "?dryRun=true")).json
            self.assertIs(told["allowed"], True)
            self.assertTrue(told["changed"], told)
            self.assertNotIn("first", told)
        self.problem(422, self.record(posted(enrolment(1)), "record?dryRun=true"))
        self.assertEqual(self.log_size(), 4)

    def test_a_rule_is_waived_by_who_may(self):
        bold = self.grant("admin:2", "administrator", "--may-waive")
        self.recorded([posted(registration(1)), posted(registration(2))])
        # 3474 is not open for VAE to somebody without a block (R01).
        extra = posted(enrolment(2))
        extra["data"]["pathway"] = "experience"
        del extra["data"]["public"]
        self.problem(422, self.record(extra))
        waived = {**extra, "waives": ["R01"], "reason": "motifsecret"}
        self.problem(403, self.record(waived), "waives")
        self.problem(403, self.record([posted(f) for f in person(3)] + [waived]), "object 3", "waives")
        self.problem(422, self.record({**waived, "waives": "R01"}))
        text = json.dumps(extra)[:-1] + ', "waives": [], "waives": ["R01"], "reason": "x"}'
        self.problem(422, self.record(text.encode()))
        self.assertEqual(self.log_size(), 4)
        self.good(self.record(waived, token=bold))
        entry = json.loads(self.done("log", "--from", "5"))
        self.assertEqual((entry["waives"], entry["recordedBy"]), (["R01"], "admin:2"))

    def test_prior_validations_are_recorded_by_an_officer(self):
        demo = self.folder / "demo.ledger"
        self.done("demo", ledger=demo)
        officer = self.grant("officer:1", "officer", ledger=demo)
        server = self.serve(ledger=demo)
        size, path = self.log_size(demo), "/api/v1/candidates/DEMO-P-0014/prior"
        asked = f"{path}?for=RNCP99052"
        # What is recorded is recorded on a day; the demonstration ends in the year that it is made in.
        trial = server.ask("POST", asked + "&dryRun=true", officer)
        self.assertIs(self.good(trial).json["allowed"], True)
        self.assertEqual(self.log_size(demo), size)
        told = self.good(server.ask("POST", asked, officer)).json
        self.assertEqual(told["first"], size + 1)
        entries = [json.loads(line) for line in self.done(
            "log", "--from", str(size + 1), ledger=demo).splitlines()]
        self.assertEqual({entry["recordedBy"] for entry in entries}, {"officer:1"})
        self.assertEqual(entries[-1]["position"], told["last"])
        auditor = self.grant("auditor:1", "auditor", ledger=demo)
        self.problem(403, server.ask("POST", asked, auditor))
        self.problem(400, server.ask("POST", path, officer), "for")

    def test_no_person_stands_in_logs_figures_or_addresses(self):
        self.recorded([posted(f) for f in person(1)])
        self.record(posted(enrolment(1)))
        self.record({**posted(registration(2)), "nomsecret": "Nomsecret"})
        self.record({"Nomsecret": 1})
        self.record(b"{Nomsecret")
        for path in ("annul", "correct"):
            self.record({"event": 4, "reason": "motifsecret", "nomsecret": 1}, path)
        found = self.good(self.server.post(
            "/api/v1/people/search?names=true&limit=1", self.token, {"name": "Nomsecret1x"}))
        self.assertIn("nomsecret1x", found.text.lower())
        self.assertNotIn("nomsecret", str(found.headers).lower())
        self.server.get("/api/v1/people?name=Nomsecret", self.token)
        self.server.get("/Nomsecret/Nomsecret", self.token)
        self.server.get("/api/v1/candidacies/Nomsecret", self.token)
        self.server.ask("NOMSECRET", "/api/v1/candidacies", self.token)
        figures = self.server.get("/metrics").text
        self.assertIn('acquis_refusals_total{rule="R15"} 1', figures)
        self.assertIn("acquis_appends_total 1\n", figures)
        self.assertIn("acquis_log_position 4\n", figures)
        self.assertEqual(self.server.stop(), 0)
        for told in (figures, self.server.notes()):
            self.assertNotIn("secret", told.lower())
            self.assertNotIn(self.token, told)
            self.assertNotRegex(told, r"\b[DP]1\b")
        self.assertIn("/api/v1/candidacies/{candidacy}", {
            line["route"] for line in self.server.requests()})

    def test_who_records_without_asking_for_names_has_opened_none(self):
        def opened():
            return [json.loads(line) for line in self.done(
                "access", "opened", "--json").splitlines()]
        facts = [{**posted(f), "id": new_id()} for f in person(1)]
        tested = fact("PositioningTestTaken", "2021-01-12", candidacy="D1", adjusted=True,
                      note="une note secrète")
        for path, body in (
                ("record", facts), ("record", facts), ("record", tested),
                ("record?dryRun=true", posted(registration(2))),
                ("correct", {"event": 5, "reason": "x", "data": {"adjusted": False}}),
                ("annul?dryRun=true", {"event": 4, "reason": "motifsecret"}),
                ("annul", {"event": 7, "reason": "motifsecret"})):
            with self.subTest(path):
                before = opened()
                self.assertNotIn("secr", self.good(self.record(body, path)).text)
                self.assertEqual(opened(), before)
        self.assertEqual(self.log_size(), 8)

    def test_an_etag_holds_until_something_is_recorded(self):
        self.recorded([posted(f) for f in person(1)])
        tags = {}
        for path in ("/api/v1/candidacies/D1", "/api/v1/candidacies", "/api/v1/log?limit=2"):
            answer = self.good(self.server.get(path, self.token))
            self.assertIn("no-cache", answer.headers["Cache-Control"])
            self.assertIn("private", answer.headers["Cache-Control"])
            tags[path] = answer.headers["ETag"]
            same = self.server.get(path, self.token, If_None_Match=f'"x", {tags[path]}')
            self.assertEqual((same.status, same.body), (304, b""))
            self.assertEqual(same.headers["ETag"], tags[path])
            for other in ({"Accept": "text/csv"}, {"Accept_Language": "fr", "Accept": "text/csv"}):
                if path.endswith("D1"):
                    continue
                answer = self.server.get(path, self.token, If_None_Match=tags[path], **other)
                self.assertEqual(answer.status, 200)
        self.done("record", "CandidacyWithdrawn", "--on", "2021-03-01", "--by", "clerk:1",
                  "candidacy=D1")
        for path, tag in tags.items():
            changed = self.good(self.server.get(path, self.token, If_None_Match=tag))
            self.assertNotEqual(changed.headers["ETag"], tag)
        self.assertEqual(self.server.get("/api/v1/candidacies/D1", self.token).json["status"],
                         "withdrawn")


class Running(ServedTrials):
    """How a server starts, runs beside others, and ends."""

    def setUp(self):
        super().setUp()
        self.init()
        self.token = self.grant("admin:1", "administrator")

    def test_a_signal_ends_it_and_it_says_nothing_more(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            server = self.serve()
            self.assertIn(str(self.ledger), server.line)
            self.good(server.get("/health"))
            # A connection that is kept open does not hold it up.
            with server.connect() as idle:
                self.assertEqual(server.stop(number), 0)
                self.assertEqual(idle.recv(1), b"")
            self.assertEqual([line["route"] for line in server.requests()], ["/health"])
            self.assertEqual(len(server.notes().splitlines()), 1)

    def test_a_request_that_runs_is_answered_before_it_ends(self):
        server = self.serve()
        # Another program holds the file: the request waits for it.
        holder = sqlite3.connect(self.ledger, isolation_level=None)
        self.addCleanup(holder.close)
        holder.execute("BEGIN IMMEDIATE")
        answers = []
        asking = threading.Thread(target=lambda: answers.append(
            server.post("/api/v1/record", self.token, posted(registration(1)))))
        asking.start()
        # The log has the requests that are answered; this one has arrived before those that follow it.
        for _ in range(3):
            self.good(server.get("/health"))
        self.assertEqual(answers, [])
        server.process.send_signal(signal.SIGTERM)

        def is_deaf():
            try:
                server.connect().close()
                return False
            except ConnectionRefusedError:
                return True
        self.assertTrue(until(is_deaf), "it still takes connections")
        holder.execute("ROLLBACK")
        asking.join(60)
        self.assertEqual(server.process.wait(60), 0)
        self.assertEqual(len(answers), 1)
        self.assertEqual(self.good(answers[0]).json["first"], 3)
        self.assertEqual(self.log_size(), 3)

    def test_another_process_writes_meanwhile(self):
        server = self.serve()
        for number in range(1, 6):
            for event in person(number):
                data = [f"{name}={json.dumps(value) if isinstance(value, dict) else value}"
                        for name, value in event["data"].items()]
                self.done("record", event["type"], "--on", event["occurredOn"], "--by", "clerk:1",
                          *data)
            answer = self.good(server.get(f"/api/v1/candidacies/D{number}", self.token))
            self.assertEqual(answer.json["known"], 2 + 2 * number)
            self.assertEqual(len(self.good(server.get(
                "/api/v1/candidacies", self.token)).json), number)
        at = self.good(server.post(
            "/api/v1/record", self.token, posted(registration(9)))).json["first"]
        self.assertEqual(at, 13)
        self.assertEqual(self.named("nomsecret9x"), (0, []))
        self.done("record", "CandidateEnrolled", "--on", "2021-01-11", "--by", "clerk:1",
                  *(f"{name}={value}" for name, value in enrolment(9)["data"].items()))
        self.assertEqual(self.named("nomsecret9x"), (0, ["P9"]))

    def test_two_servers_answer_for_one_ledger(self):
        servers = [self.serve(), self.serve()]
        outcomes = [[], []]

        def record(turn):
            for number in range(5):
                key = f"{turn}x{number}"
                outcomes[turn].append(servers[turn].post(
                    "/api/v1/record", self.token, [posted(f) for f in person(key)]))
        threads = [threading.Thread(target=record, args=(turn,)) for turn in (0, 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(300)
        firsts = [self.good(answer).json["first"] for part in outcomes for answer in part]
        self.assertEqual(sorted(firsts), list(range(3, 23, 2)))
        lists = [self.good(server.get("/api/v1/candidacies", self.token)) for server in servers]
        self.assertEqual(len(lists[0].json), 10)
        self.assertEqual(lists[0].body, lists[1].body)
        # What one has answered is retried at the other.
        retried = [self.good(server.post(
            "/api/v1/record", self.token, posted(registration("z")),
            Idempotency_Key="z")).json["first"] for server in servers]
        self.assertEqual(retried, [23, 23])
        self.done("audit", "verify")

    def test_a_port_that_is_taken_is_said(self):
        server = self.serve()
        outcome = self.stops(3, "serve", "--port", str(server.port))
        self.assertIn("already in use", outcome.stderr)
        self.assertIn(str(server.port), outcome.stderr)
        self.assertEqual(outcome.stdout, "")
        for words in (("--port", "65536"), ("--port", "x"), ("--origin", "example.org"),
                      ("--origin", "https://example.org/path"), ("--trusted-proxy", "proxy")):
            self.stops(2, "serve", *words)
        self.stops(3, "serve", "--port", "0", ledger=self.folder / "none.ledger")

    def test_a_ledger_that_may_only_be_read_is_answered_and_not_written(self):
        as_root("a server of a ledger that it may only read")
        needed("setpriv", "a server of a ledger that it may only read")
        self.imported(*person(1))
        program = self.folder / "acquis"
        shutil.copy(ACQUIS, program)
        os.chmod(program, 0o755)
        daemon = pwd.getpwnam("daemon")
        for file in self.folder.iterdir():
            if file != program:
                os.chown(file, daemon.pw_uid, daemon.pw_gid)
                os.chmod(file, 0o400)
        os.chmod(self.folder, 0o555)
        server = self.serve(program=str(program), before=(
            "setpriv", "--reuid", "daemon", "--regid", str(daemon.pw_gid), "--clear-groups"))
        self.assertEqual(
            self.good(server.get("/api/v1/candidacies/D1", self.token)).json["status"], "enrolled")
        self.good(server.get("/api/v1/candidacies", self.token))
        self.good(server.get("/api/v1/findings", self.token))
        told = server.post("/api/v1/record", self.token, posted(registration(2)))
        self.problem(503, told)
        self.assertNotIn(str(self.folder), told.text)
        self.assertEqual(server.stop(), 0)
        self.assertNotIn("secret", server.notes().lower())
        self.assertEqual(self.log_size(), 4)

    def test_the_origin_that_people_type_is_answered(self):
        server = self.serve(
            "--origin", "https://ledger.example.org", port=free_port())
        self.assertEqual(server.origin, "https://ledger.example.org")
        for host, origin, status in (
                ("ledger.example.org", "https://ledger.example.org", 200),
                ("LEDGER.example.org", None, 200), (server.host, None, 200),
                (f"localhost:{server.port}", None, 200),
                ("ledger.example.org", "http://ledger.example.org", 403),
                ("ledger.example.org", "https://ledger.example.org.evil.example", 403),
                ("ledger.example.org", "null", 403), ("example.org", None, 421),
                ("ledger.example.org.evil.example", None, 421)):
            headers = {"Host": host, **({"Origin": origin} if origin else {})}
            self.assertEqual(
                server.get("/api/v1/candidacies", self.token, **headers).status, status, headers)

    def test_the_checkpoint_alone_may_be_public(self):
        self.done("audit", "checkpoint")
        server = self.serve("--public-checkpoint")
        note = self.good(server.get("/log/checkpoint"))
        self.assertEqual(note.text, self.good(server.get("/log/checkpoint", self.token)).text)
        self.assertEqual(note.text.splitlines()[1], "2")
        for path in ("/log/tile/0/000.p/2", "/log/tile/entries/000.p/2", "/log/checkpoint/",
                     "/log/", "/api/v1/candidacies", "/api/v1/openapi.json"):
            self.problem(401, server.get(path))
        self.good(server.get("/log/tile/0/000.p/2", self.token))
        self.assertEqual(server.ask("POST", "/log/checkpoint").status, 401)


if __name__ == "__main__":
    unittest.main()
