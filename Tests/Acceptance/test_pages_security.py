"""The pages of `acquis serve` and those who should not see them: strangers, other sites, hostile input.

Reads the program's path from $ACQUIS. Every person in it is invented.
"""

import datetime
import json
import pathlib
import re
import shutil
import tempfile
import time
import unittest
import urllib.parse

from clocks import clock
from jury_scene import CODE
from served import Served, free_port, granted, status_of
from signed_in import FORM, HOSTILE, SECRET, Page, PageTrials, Visitor, encoded, hostile_session
from test_serve_refusals import made_up
from trials import needed, run

QUOTED = urllib.parse.quote(HOSTILE, safe="")
MEGABYTE = 1024 * 1024
# What every form is sent to.
FORMS = (
    "/sign-out", "/session", "/people/search", "/candidacies/search", "/record/CandidateRegistered",
    "/record/JuryConvened", "/entries/5/annul", "/entries/5/correct", "/juries/J2/session",
    f"/candidates/P2/prior?for={CODE}", "/audit/verify")
PAGES = (
    "/", "/candidacies", "/candidacies/D1", "/candidacies/D2", "/candidacies/D3", "/candidacies/D4",
    "/people", "/candidates/P1", "/candidates/P2", "/candidates/P3", "/candidates/P4",
    "/candidates/P2/prior", f"/candidates/P2/prior?for={CODE}", "/juries", "/juries/J1", "/juries/J2",
    "/juries/J1/session", "/juries/J2/session", "/windows", "/deadlines", "/certifications",
    f"/certifications/{CODE}", "/certificates", "/findings", "/compare?from=3", "/entries?from=1",
    "/audit", "/record", "/record/CandidateRegistered", "/record/JuryConvened", "/record/BlockRefused",
    "/entries/5", "/entries/5/annul", "/entries/5/correct", "/entries/20", "/entries/20/correct",
    "/candidacies/NOBODY", "/nothing")


class Visits(PageTrials):
    """A jury's session and its server; each test signs in anew."""

    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="acquis-visits-"))
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)
        cls.scene = cls.place / "scene.ledger"
        assert run(cls.scene, "init").returncode == 0
        facts = cls.place / "facts.jsonl"
        facts.write_text("".join(json.dumps(fact) + "\n" for fact in hostile_session()))
        outcome = run(cls.scene, "import", str(facts))
        assert outcome.returncode == 0, outcome.stderr
        cls.tokens = {role: granted(cls.scene, f"{role}:1", role)
                      for role in ("auditor", "officer", "administrator")}
        cls.server = Served(cls.scene)
        cls.addClassCleanup(cls.server.end)

    def setUp(self):
        super().setUp()
        self.ledger = self.scene

    def admin(self, server=None):
        return self.visitor(self.tokens["administrator"], server)

    def works(self, cookies, server=None):
        return (server or self.server).get("/certifications", Cookie=cookies).status == 200


class Strangers(Visits):
    def told(self, method, path, **headers):
        """What a stranger is answered, but for the form's key and the address that was asked for."""
        answer = self.server.ask(method, path, **headers)
        text = re.sub(r"[0-9a-f]{64}", "KEY", answer.text)
        return answer.status, re.sub(r'name="next" value="[^"]*"|next=[^"&]*', "NEXT", text)

    def test_a_stranger_is_asked_for_a_token_whatever_the_address(self):
        usual = self.told("GET", "/")
        self.assertEqual(usual[0], 401)
        self.assertNotIn("scene.ledger", usual[1])
        for path in (*PAGES, "/sign-out", "/sign-in/", "/favicon.ico", "/assets/x", "/%61pi/v1/people",
                     "//", "//people", "/candidacies/..%2f", "/candidacies/D1%2Ftimeline", "/%", "/%00",
                     "/people?%", "/candidates/P1/file", "/juries/J1/minutes?as=pdf",
                     "/people?as=csv", "/entries/5/proof", "/audit/checkpoint", "/../etc/passwd",
                     "/%68ealth", "/people/" + "x" * 10_000):
            self.assertEqual(self.told("GET", path), usual, path[:80])
        for path in FORMS:
            self.assertEqual(self.told("POST", path, body=b"form=x", Content_Type=FORM), usual, path)
        head = self.server.ask("HEAD", "/people")
        self.assertEqual((head.status, head.body), (401, b""))
        for method in ("OPTIONS", "PUT", "DELETE", "TRACE"):
            for path in ("/people", "/candidacies/D1", "/sign-in", "/nothing"):
                answer = self.server.ask(method, path)
                self.assertEqual((answer.status, answer.headers["Allow"]), (405, "GET, HEAD, POST"))
                self.assertNotIn("Access-Control-Allow-Origin", answer.headers)

    def test_only_the_style_and_the_icon_of_the_page_to_sign_in_are_open(self):
        page = Page(self.server.get("/sign-in").text)
        files = [attrs["href"] for tag, attrs in page.elements if tag == "link"]
        self.assertEqual(len(files), 2)
        for file in files:
            self.assertEqual(self.server.get(file).status, 200)
        script, = [attrs["src"] for tag, attrs in self.admin().page("/").elements if tag == "script"]
        self.assertEqual(self.server.get(script).status, 401)
        self.assertEqual(self.server.get("/health").status, 200)
        self.assertEqual(self.server.get("/log/checkpoint").status, 401)

    def test_the_api_takes_no_cookie_and_the_pages_take_no_header(self):
        admin, token = self.admin(), self.tokens["administrator"]
        cookie = "acquis=" + admin.cookies["acquis"]
        for method, path in (("GET", "/api/v1/candidacies"), ("POST", "/api/v1/record"),
                             ("GET", "/log/checkpoint"), ("GET", "/api/v1/openapi.json")):
            answer = self.server.ask(
                method, path, body=b"{}" if method == "POST" else None, Cookie=cookie)
            self.problem(401, answer)
        for path in ("/", "/people", "/candidates/P1/file", "/entries/5/proof"):
            self.assertEqual(self.server.get(path, token).status, 401)
        self.assertEqual(self.server.ask(
            "POST", "/sign-out", token, encoded([("form", admin.key)]), Content_Type=FORM).status, 401)
        self.assertTrue(self.works(cookie))

    def test_ten_wrong_tokens_and_the_next_waits_but_a_good_one_does_not(self):
        server = self.serve()
        visitor = Visitor(server)
        self.assertEqual([visitor.try_token(text).status for text in ("", "x", "acquis_")], [401] * 3)
        self.assertEqual([visitor.try_token(made_up()).status for _ in range(12)],
                         [401] * 10 + [429] * 2)
        # They are the tries of the API too.
        self.assertEqual(server.get("/api/v1/people", made_up()).status, 429)
        waits = visitor.try_token(made_up())
        self.assertIn("Too many tries", Page(waits.text).text)
        visitor.sign_in(self.tokens["auditor"])
        self.assertEqual(visitor.try_token(made_up()).status, 429)
        with self.subTest("as the API says it"):
            self.assertIn("Retry-After", waits.headers)

    def test_a_stranger_sends_no_more_than_a_token(self):
        # Refused by its length alone: nobody waits for the body.
        for path, length, status in (
                ("/people/search", 8 * MEGABYTE, 401), ("/sign-in", 8 * MEGABYTE + 1, 413),
                ("/sign-in", MEGABYTE, 413)):
            with self.subTest(f"{path} {length}"):
                with self.server.connect(10) as plug:
                    plug.sendall(self.server.head(
                        "POST", path, f"Content-Type: {FORM}", f"Content-Length: {length}"))
                    plug.settimeout(5)
                    try:
                        answer = plug.recv(65536)
                    except TimeoutError:
                        answer = b""
                    self.assertEqual(status_of(answer), status)


class Sessions(Visits):
    def test_the_cookie_is_for_this_site_alone_and_no_script_reads_it(self):
        answer = Visitor(self.server).try_token(self.tokens["auditor"])
        self.assertRegex(answer.headers["Set-Cookie"], r"^acquis=[0-9a-f]{64}; Path=/; "
                         "Max-Age=28800; HttpOnly; SameSite=Strict$")
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        key = self.server.get("/sign-in").headers["Set-Cookie"]
        self.assertRegex(key, r"^acquis-form=[0-9a-f]{64}; Path=/; .*HttpOnly; SameSite=Strict$")

    def test_behind_tls_the_cookie_is_bound_to_the_host(self):
        server = self.serve("--origin", "https://ledger.example.org", port=free_port())
        host = {"Host": "ledger.example.org", "Origin": "https://ledger.example.org"}
        visitor = Visitor(server)
        answer = visitor.try_token(self.tokens["auditor"], **host)
        self.assertRegex(answer.headers["Set-Cookie"], r"^__Host-acquis=[0-9a-f]{64}; Path=/; "
                         "Max-Age=28800; HttpOnly; SameSite=Strict; Secure$")
        self.assertEqual(visitor.get("/people", **host).status, 200)
        secret = visitor.cookies["__Host-acquis"]
        self.assertEqual(server.get("/people", Cookie=f"acquis={secret}", **host).status, 401)

    def test_a_secret_that_the_server_did_not_give_is_no_session(self):
        visitor = Visitor(self.server)
        visitor.cookies["acquis"] = "a" * 64
        visitor.sign_in(self.tokens["auditor"])
        secret = visitor.cookies["acquis"]
        self.assertNotEqual(secret, "a" * 64)
        for cookie in ("acquis=" + "a" * 64, "acquis=", "acquis", "acquis=" + secret.upper(),
                       f"Acquis={secret}", f"__Host-acquis={secret}", f"acquis={secret[:-1]}",
                       f'acquis="{secret}"', "acquis=" + "a" * 20_000, ";;=;"):
            self.assertFalse(self.works(cookie), cookie[:60])
        self.assertTrue(self.works(f"other=1; acquis={secret}"))

    def test_a_session_ends_at_sign_out_and_a_revoked_grant_ends_all_of_its_own(self):
        first, second = self.admin(), self.admin()
        gone = "acquis=" + first.cookies["acquis"]
        answer = first.post("/sign-out")
        self.assertEqual((answer.status, answer.headers["Location"]), (303, "/sign-in"))
        self.assertRegex(answer.headers["Set-Cookie"], "^acquis=.*Max-Age=0;")
        self.assertFalse(self.works(gone))
        self.assertEqual(second.get("/people").status, 200)
        token = self.grant("auditor:2", "auditor")
        visitors = [self.visitor(token), self.visitor(token)]
        keys = [visitor.key for visitor in visitors]
        self.done("access", "revoke", "auditor:2")
        for visitor, key in zip(visitors, keys):
            self.assertEqual(visitor.get("/people").status, 401)
            self.assertEqual(visitor.post("/audit/verify", key=key).status, 401)
        self.assertEqual(visitors[0].try_token(token).status, 401)

    def test_a_session_ends_after_eight_hours_and_after_the_last_day_of_its_grant(self):
        needed("faketime", "a session that ends")
        now = datetime.datetime.now(datetime.timezone.utc)
        # Half past ten, or eleven, in Paris on the last day.
        late = (now + datetime.timedelta(2)).replace(hour=21, minute=30)
        until = self.grant("auditor:3", "auditor", "--until", str(late.date()))
        stamp = self.folder / "stamp"
        stamp.write_text("+0")
        server = self.serve(before=(
            *clock("+0"), "env", "-u", "FAKETIME", f"FAKETIME_TIMESTAMP_FILE={stamp}",
            "FAKETIME_NO_CACHE=1"))
        visitor = self.visitor(self.tokens["auditor"], server)
        # Used or not, it lasts as long.
        for seconds, status in ((28_000, 200), (28_700, 200), (28_900, 401)):
            stamp.write_text(f"+{seconds}")
            self.assertEqual(visitor.get("/certifications").status, status, seconds)
        before = int((late - now).total_seconds())
        stamp.write_text(f"+{before}")
        visitor = self.visitor(until, server)
        self.assertEqual(visitor.get("/certifications").status, 200)
        # Two hours later the day is over in Paris, and the eight hours are not.
        stamp.write_text(f"+{before + 7_200}")
        self.assertEqual(visitor.get("/certifications").status, 401)
        self.assertEqual(visitor.try_token(until).status, 401)
        self.visitor(self.tokens["auditor"], server)

    def test_one_token_opens_twenty_sessions_and_the_next_ends_the_oldest(self):
        token = self.grant("auditor:4", "auditor")
        visitors = [self.visitor(token) for _ in range(21)]
        self.assertEqual([visitor.get("/certifications").status for visitor in visitors],
                         [401] + [200] * 20)

    def test_a_page_to_sign_in_works_though_another_was_opened_after_it(self):
        visitor = Visitor(self.server)
        form = Page(visitor.get("/sign-in").text).form_to("/sign-in")
        # Another tab; or what a browser asks for by itself.
        visitor.get("/favicon.ico")
        answer = visitor.ask(
            "POST", "/sign-in", encoded(form.filled({"token": self.tokens["auditor"]})))
        self.assertEqual(answer.status, 303, Page(answer.text).text)

    def test_after_signing_in_one_stays_on_this_site(self):
        admin = self.admin()
        key = admin.key
        for address in ("https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example",
                        "javascript:a()", "/a\r\nX-Evil: y", "\\\\evil.example", "/é", "/sign-in", "",
                        "people", "/" + "a" * 3_000):
            for answer in (Visitor(self.server).try_token(self.tokens["auditor"], address),
                           admin.post("/session", ("names", "hide"), ("next", address), key=key)):
                self.assertEqual((answer.status, answer.headers["Location"]), (303, "/"), address)
                self.assertNotIn("X-Evil", answer.headers)
        answer = Visitor(self.server).try_token(self.tokens["auditor"], "/people?on=2026-06-20")
        self.assertEqual(answer.headers["Location"], "/people?on=2026-06-20")
        moved = admin.get("/?entry=x%0d%0aX-Evil:y&was=1")
        self.assertEqual((moved.status, "X-Evil" in moved.headers), (303, False))


class Forms(Visits):
    def test_a_form_without_the_key_of_its_session_records_nothing_and_shows_nobody(self):
        admin, other = self.admin(), self.admin()
        admin.show_names()
        key, size, opened = admin.key, self.log_size(), self.opened()
        for path in FORMS:
            mark = "&" if "?" in path else "?"
            for address, fields in (
                    (path, []), (path, [("form", "")]), (path, [("form", key[:-1])]),
                    (path, [("form", other.key)]), (path, [("form", "x"), ("form", key)]),
                    (path + mark + "form=" + key, [])):
                answer = admin.ask("POST", address, encoded(
                    [*fields, ("act", "record"), ("name", SECRET), ("reason", SECRET)]))
                self.assertEqual((answer.status, SECRET in answer.text), (403, False), path)
        self.assertEqual((self.log_size(), self.opened()), (size, opened))
        self.assertEqual(admin.get("/people").status, 200)

    def test_nobody_is_signed_in_by_another_site(self):
        visitor, token = Visitor(self.server), ("token", self.tokens["auditor"])
        form = Page(visitor.get("/sign-in").text).form_to("/sign-in")
        for cookie, key in (("x=y", form["form"]), ("acquis-form=", ""), ("acquis-form", ""),
                            ("acquis-form=" + "b" * 64, form["form"])):
            answer = self.server.ask(
                "POST", "/sign-in", None, encoded([("form", key), token]), Cookie=cookie,
                Content_Type=FORM)
            self.assertEqual(answer.status, 403)
            self.assertNotIn("acquis=", answer.headers["Set-Cookie"])

    def test_a_form_of_another_site_is_refused(self):
        admin, own = self.admin(), self.server.url
        key = admin.key
        for headers, is_taken in (
                ({}, True), ({"Origin": own}, True), ({"Origin": "null"}, True),
                ({"Origin": "null", "Sec_Fetch_Site": "same-origin"}, True),
                ({"Origin": "null", "Sec_Fetch_Site": "cross-site"}, False),
                ({"Origin": "null", "Sec_Fetch_Site": "same-site"}, False),
                ({"Origin": "http://evil.example"}, False), ({"Origin": ""}, False),
                ({"Origin": own.replace("http:", "https:")}, False)):
            answer = admin.post("/session", ("names", "hide"), key=key, **headers)
            self.assertEqual(answer.status, 303 if is_taken else 403, headers)
            self.assertEqual(
                admin.get("/certifications", **headers).status, 200 if is_taken else 403, headers)
        self.assertEqual(admin.post("/sign-out", key=key, Host="evil.example").status, 421)
        self.assertEqual(admin.get("/certifications").status, 200)

    def test_what_cannot_be_read_or_is_too_much_is_refused(self):
        admin, size = self.admin(), self.log_size()
        key = b"form=" + admin.key.encode() + b"&act=record&"
        many = b"&".join(b"f%d=x" % number for number in range(6_000))
        for path in ("/record/CandidateRegistered", "/people/search"):
            for body in (many, b"name=%", b"name=%zz", b"name=%ff", b"name=\xff\xfe", b"name=\xe9"):
                self.assertEqual(admin.ask("POST", path, key + body).status, 400, body[:20])
        head = self.server.head(
            "POST", "/people/search", f"Content-Type: {FORM}", f"Content-Length: {8 * MEGABYTE + 1}",
            f"Cookie: acquis={admin.cookies['acquis']}", "Connection: close")
        self.assertEqual(status_of(self.server.raw(head)), 413)
        self.assertEqual(self.log_size(), size)

    def test_a_name_too_long_to_be_one_is_not_searched(self):
        admin = self.admin()
        for name in ("a" * 20_000, "a " * 10_000):
            began = time.monotonic()
            answer = admin.post("/people/search", ("name", name))
            self.assertIn(answer.status, (400, 422))
            self.assertLess(time.monotonic() - began, 5)


class Hostile(Visits):
    def test_every_page_keeps_to_itself(self):
        admin = self.admin()
        for path in (*PAGES, "/sign-in"):
            answer = admin.get(path)
            with self.subTest(path):
                policy = answer.headers["Content-Security-Policy"]
                self.assertNotIn("unsafe", policy)
                for part in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'",
                             "form-action 'self'"):
                    self.assertIn(part, policy.split("; "))
                self.assertEqual(
                    [answer.headers[name] for name in (
                        "Cache-Control", "Referrer-Policy", "X-Content-Type-Options")],
                    ["no-store", "no-referrer", "nosniff"])

    def test_no_name_and_no_reason_is_taken_for_anything_but_text(self):
        admin, named = self.admin(), 0
        admin.show_names()
        for path in PAGES:
            text = admin.get(path).text
            named += SECRET in text
            self.assertEqual(Page(text).strange(), [], path)
        self.assertGreater(named, 15)

    def test_what_is_typed_into_an_address_comes_back_as_text(self):
        admin = self.admin()
        for path in ("/?on=", "/?known=", "/?lang=", "/?x=", "/nothing?", "/candidacies?status=",
                     "/candidacies?certification=", "/candidacies?after=", "/people?after=",
                     "/entries?subject=", "/entries?by=", "/findings?rule=", "/compare?from=",
                     "/candidates/P2/prior?for=", "/record?candidacy=", "/record/JuryConvened?place=",
                     "/record/CandidateRegistered?identity.birthName=", "/sign-in?next=", "/",
                     "/candidacies/", "/record/", "/audit/inclusion?position=",
                     "/juries/J1/letters?kind="):
            answer = admin.get(path + QUOTED)
            self.assertIn(answer.status, (200, 400, 404), path)
            self.assertEqual(Page(answer.text).strange(), [], path)
            self.assertNotIn(HOSTILE[:20], str(answer.headers))

    def test_what_is_typed_into_a_form_comes_back_as_it_was(self):
        admin, size = self.admin(), self.log_size()
        for path in ("/record/CandidateRegistered", "/record/CertifierDescribed",
                     "/record/BlockRefused", "/record/JuryConvened", "/entries/5/annul"):
            form = admin.page(path).form_to(path)
            typed = [(name, form["form"] if name == "form" else HOSTILE) for name, _ in form.fields]
            answer = admin.ask("POST", path, encoded(typed))
            page = Page(answer.text)
            self.assertIn(answer.status, (200, 422))
            self.assertEqual(page.strange(), [], path)
            kept = page.form_to(path)
            self.assertIn(HOSTILE, dict(kept.fields).values())
            self.assertEqual(kept["reason"], HOSTILE)
        self.assertEqual(self.log_size(), size)

    def test_an_address_that_names_nothing_is_not_found_however_long(self):
        admin, long = self.admin(), "D" * 10_000
        for path in (f"/candidacies/{long}", f"/candidates/{long}/prior", f"/juries/{long}/session",
                     f"/certifications/{long}", f"/record/{long}", "/entries/" + "9" * 10_000,
                     "/entries/9223372036854775807", "/entries/0", "/entries/-1", "/entries/01", "//",
                     "/people/", "/%", "/%00", "/candidacies/..%2fD1", "/candidacies/D1%20",
                     "/%61pi/v1/people", "/record/EventAnnulled", "/record/CandidateIdentityErased",
                     "/sign-out", "/../people", "/./people"):
            self.assertEqual(admin.get(path).status, 404, path[:60])
        self.assertNotIn(500, [line["status"] for line in self.server.requests()])


if __name__ == "__main__":
    unittest.main()
