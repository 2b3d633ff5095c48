"""What `acquis serve` refuses: strangers, roles, requests that are none, and those that never end.

Reads the program's path from $ACQUIS.
"""

import json
import pathlib
import secrets
import shutil
import tempfile
import threading
import time
import unittest

from clocks import clock, day_in_paris
from served import Served, ServedTrials, fact, free_port, granted, new_id, posted, status_of
from trials import needed, person, registration, run

MEGABYTE = 1024 * 1024


def made_up():
    """A token as they are written, of nobody."""
    while True:
        # 32 bytes leave two bits of the last character, which are zero.
        token = "acquis_" + secrets.token_urlsafe(32)
        if len(token) == 50:
            return token


class Refusing(ServedTrials):
    """A ledger with a person and a candidacy, its server, and a token of each role."""

    def setUp(self):
        super().setUp()
        self.init()
        self.imported(*person(1))
        self.tokens = {role: self.grant(f"{role}:1", role)
                       for role in ("auditor", "officer", "administrator")}
        self.admin = self.tokens["administrator"]
        self.server = self.serve()

    def unchanged(self):
        self.assertEqual(self.log_size(), 4)


class Strangers(Refusing):
    def test_a_stranger_is_told_that_a_token_is_needed_and_nothing_else(self):
        for path in ("/api/v1/candidacies", "/api/v1/candidacies/D1", "/api/v1/candidacies/NOBODY",
                     "/api/v1/openapi.json", "/api/v1/types", "/log/checkpoint",
                     "/log/tile/0/000.p/4", "/api/v1/../../etc/passwd", "/api/v1/%00"):
            with self.subTest(path):
                answer = self.server.get(path)
                self.assertEqual(
                    self.problem(401, answer), self.server.get("/api/v1/nothing").json)
                self.assertTrue(answer.headers["WWW-Authenticate"].startswith("Bearer"))
        for method, path in (("POST", "/api/v1/record"), ("DELETE", "/api/v1/candidacies/D1"),
                             ("PUT", "/log/checkpoint"), ("OPTIONS", "/api/v1/record")):
            self.problem(401, self.server.ask(method, path, body=b"{}"))
        self.assertEqual(self.good(self.server.get("/health")).json, {"status": "up"})
        self.unchanged()

    def test_what_is_no_token_is_refused_however_often(self):
        good = self.admin
        for text in ("", "Bearer", "Bearer ", "Bearer x", f"Basic {good}", good, f"Bearer {good}x",
                     f"Bearer {good[:-1]}", f"Bearer {good} {good}", f"Bearer {good.upper()}",
                     f"Bearer {good[7:]}", f"Bearer acquis_{'é' * 43}", "Bearer " + "a" * 5000):
            with self.subTest(text[:60]):
                self.problem(401, self.server.get(
                    "/api/v1/candidacies", Authorization=text.encode()))
        head = self.server.head("GET", "/api/v1/candidacies", f"Authorization: Bearer {good}",
                                "Connection: close", token=good)
        self.assertEqual(status_of(self.server.raw(head)), 401)
        self.problem(401, self.server.get(f"/api/v1/candidacies?token={good}"))
        for scheme in ("bearer", "BEARER"):
            self.good(self.server.get("/api/v1/candidacies", Authorization=f"{scheme} {good}"))

    def test_a_revoked_token_is_refused_at_the_next_request(self):
        auditor, other = self.tokens["auditor"], self.grant("auditor:1", "auditor")
        for token in (auditor, other):
            self.good(self.server.get("/api/v1/candidacies", token))
        listed = [json.loads(line) for line in self.done("access", "list", "--json").splitlines()]
        first = min((one for one in listed if one["who"] == "auditor:1"),
                    key=lambda one: one["grantedAt"])
        self.done("access", "revoke", first["id"])
        self.problem(401, self.server.get("/api/v1/candidacies", auditor))
        self.good(self.server.get("/api/v1/candidacies", other))
        self.done("access", "revoke", "auditor:1")
        self.problem(401, self.server.get("/api/v1/candidacies", other))
        later = self.grant("auditor:1", "auditor")
        self.good(self.server.get("/api/v1/candidacies", later))
        self.good(self.server.get("/api/v1/candidacies", self.tokens["officer"]))

    def test_a_connection_kept_open_is_no_way_round_a_revocation(self):
        with self.server.connect() as plug:
            head = self.server.head("GET", "/api/v1/candidacies/D1", token=self.tokens["auditor"])
            plug.sendall(head)
            self.assertEqual(status_of(plug.recv(65536)), 200)
            self.done("access", "revoke", "auditor:1")
            plug.sendall(head)
            self.assertEqual(status_of(plug.recv(65536)), 401)

    def test_a_token_is_refused_after_its_last_day(self):
        needed("faketime", "a token after its last day")
        until = self.grant("auditor:2", "auditor", "--until", str(day_in_paris(1)))
        path = "/api/v1/certifications"
        self.good(self.server.get(path, until))
        for days, status in (("+1", 200), ("+3", 401)):
            server = self.serve(before=clock(f"{days}d"))
            self.assertEqual(server.get(path, until).status, status, days)
            self.good(server.get(path, self.tokens["auditor"]))
        told = self.problem(401, server.get(path, until))
        self.assertIn("expired", told["detail"])

    def test_ten_wrong_tokens_and_the_next_waits_but_a_good_one_does_not(self):
        tokens = [made_up() for _ in range(12)]
        self.assertEqual(
            [self.server.get("/api/v1/candidacies", token).status for token in tokens[:10]],
            [401] * 10)
        for token in tokens[9:]:
            answer = self.server.get("/api/v1/candidacies", token)
            self.problem(429, answer)
            self.assertTrue(1 <= int(answer.headers["Retry-After"]) <= 60)
        self.good(self.server.get("/api/v1/candidacies", self.admin))
        # A good token does not wipe out the tries, and what is no token is none.
        self.problem(429, self.server.get("/api/v1/candidacies", tokens[11]))
        self.problem(401, self.server.get("/api/v1/candidacies", "x"))
        self.problem(401, self.server.get("/api/v1/candidacies"))

    def test_tries_are_counted_for_the_address_that_a_trusted_proxy_tells(self):
        proxied = self.serve("--trusted-proxy", "127.0.0.1")
        for server, is_trusted in ((proxied, True), (self.server, False)):
            for _ in range(10):
                self.problem(401, server.get(
                    "/api/v1/juries", made_up(), X_Forwarded_For="8.8.8.8, 192.0.2.1"))
            for address, status in (("192.0.2.1", 429), ("1.1.1.1, 192.0.2.1", 429),
                                    ("192.0.2.2", 401 if is_trusted else 429)):
                self.assertEqual(server.get(
                    "/api/v1/juries", made_up(), X_Forwarded_For=address).status, status)

    def test_figures_are_for_this_machine_itself(self):
        self.assertIn("acquis_log_position 4\n", self.good(self.server.get("/metrics")).text)
        for headers in ({"X_Forwarded_For": "192.0.2.1"}, {"Forwarded": "for=192.0.2.1"},
                        {"Via": "1.1 proxy"}, {"X_Forwarded_Host": "x"}, {"X_Forwarded_For": ""}):
            self.problem(401, self.server.get("/metrics", **headers))
            self.problem(404, self.server.get("/metrics", self.admin, **headers))
        named = self.serve("--origin", "http://ledger.example.org", port=free_port())
        self.problem(401, named.get("/metrics", Host="ledger.example.org"))
        # Behind a proxy, the world comes from this machine.
        self.problem(401, named.get("/metrics"))
        self.good(named.get("/metrics", self.tokens["auditor"]))
        self.assertEqual(self.server.ask("POST", "/metrics").status, 401)


class Roles(Refusing):
    def test_what_each_role_may_not(self):
        auditor, officer = self.tokens["auditor"], self.tokens["officer"]
        recorded = posted(registration(2))
        for token, method, path, body in (
                (auditor, "POST", "record", recorded), (officer, "POST", "record", recorded),
                (officer, "POST", "annul", {"event": 4, "reason": "x"}),
                (officer, "POST", "correct", {"event": 4, "reason": "x", "data": {}}),
                (auditor, "POST", "candidates/P1/prior?for=RNCP38052", None),
                (auditor, "GET", "people?names=true", None),
                (auditor, "GET", "candidacies/D1?names=true", None),
                (auditor, "GET", "candidacies/D1/attestation", None),
                (auditor, "GET", "candidates/P1/file", None),
                (auditor, "GET", "report?year=2021", None),
                (auditor, "POST", "people/search", {"name": "Nomsecret"})):
            with self.subTest(f"{method} {path}"):
                self.problem(403, self.server.ask(method, f"/api/v1/{path}", token, body))
        self.unchanged()
        # A body is not waited for where the head is enough: a megabyte is not sent.
        head = self.server.head("POST", "/api/v1/record", f"Content-Length: {MEGABYTE}",
                                "Content-Type: application/json", token=officer)
        self.assertEqual(status_of(self.server.raw(head)), 403)

    def test_erasure_vault_keys_and_access_are_not_served(self):
        for method, path in (
                ("POST", "erase"), ("POST", "candidates/P1/erase"), ("POST", "vault/rotate"),
                ("GET", "vault"), ("GET", "access"), ("POST", "access/grant"), ("GET", "audit/key"),
                ("POST", "audit/checkpoint"), ("POST", "import"), ("GET", "export"),
                ("POST", "backup"), ("GET", "config")):
            with self.subTest(path):
                self.problem(404, self.server.ask(
                    method, f"/api/v1/{path}", self.admin, {"reason": "x"}))
        for method, path, allowed in (
                ("DELETE", "candidates/P1", "GET, HEAD"), ("DELETE", "candidacies/D1", "GET, HEAD"),
                ("PUT", "candidacies/D1", "GET, HEAD"), ("PATCH", "candidates/P1", "GET, HEAD"),
                ("GET", "record", "POST"), ("POST", "candidacies", "GET, HEAD"),
                ("TRACE", "candidacies", "GET, HEAD"), ("get", "candidacies", "GET, HEAD")):
            answer = self.server.ask(method, f"/api/v1/{path}", self.admin)
            self.problem(405, answer)
            self.assertEqual(answer.headers["Allow"], allowed)
        erased = fact("CandidateIdentityErased", "2026-01-01", candidate="P1")
        self.assertIn(self.server.post("/api/v1/record", self.admin, erased).status, (403, 422))
        self.unchanged()
        self.assertEqual(self.named("nomsecret1x"), (0, ["P1"]))

    def test_nobody_records_as_another(self):
        for recorder in ("clerk:1", "administrator:2", "", None, 1, ["administrator:1"]):
            other = {**posted(registration(2)), "recordedBy": recorder}
            self.problem(403, self.server.post("/api/v1/record", self.admin, other), "recordedBy")
            self.problem(403, self.server.post(
                "/api/v1/record", self.admin, [posted(registration(3)), other]), "object 2")
            self.problem(403, self.server.post(
                "/api/v1/annul", self.admin, {"event": 4, "reason": "x", "recordedBy": recorder}))
        for field in ("recordedAt", "position", "judged"):
            self.problem(422, self.server.post(
                "/api/v1/record", self.admin,
                {**posted(registration(2)), field: "2021-01-01T00:00:00Z"}))
        self.unchanged()


class Requests(Refusing):
    def test_a_path_out_of_its_folder_leads_nowhere(self):
        for path in ("/api/v1/../../etc/passwd", "/api/v1/%2e%2e/%2e%2e/etc/passwd",
                     "/log/../../../etc/passwd", "/log/%2e%2e%2fetc%2fpasswd",
                     "/api/v1/candidacies/..%2fD1", "/api/v1/candidacies/D1%2Ftimeline",
                     "/api/v1/candidacies/D1%00", "/api/v1/candidacies/%00", "/api/v1//candidacies",
                     "/api/v1/candidacies/", "/api/v1/candidacies/./D1",
                     "/api/v1/candidacies/D1%", "/api/v1/candidacies/%c0%ae%c0%ae",
                     "/api/v1/candidacies/D1\\..\\D1", "/log/tile/../checkpoint",
                     "/api/v1/candidacies/--help", "/api/v1/candidacies/-",
                     "/api/v1/juries/--ledger=x", "/api/v1/candidacies/" + "D" * 65):
            with self.subTest(path):
                raw = self.server.raw(self.server.head(
                    "GET", path, "Connection: close", token=self.admin))
                self.assertEqual(status_of(raw), 404, raw[:300])
                self.assertNotIn(b"root:", raw)
        # Elsewhere are pages, which take no token of this kind.
        for path in ("/../../../etc/passwd", "//api/v1/candidacies", "/%61pi/v1/candidacies"):
            raw = self.server.raw(self.server.head(
                "GET", path, "Connection: close", token=self.admin))
            self.assertEqual(status_of(raw), 401, raw[:300])
        # What is escaped without need is what it stands for.
        self.good(self.server.get("/api/v1/candidacies/%44%31", self.admin))

    def test_a_body_over_eight_megabytes_is_refused(self):
        padding = b" " * (8 * MEGABYTE)
        whole = json.dumps(posted(registration(2))).encode()
        self.good(self.server.post(
            "/api/v1/record?dryRun=true", self.admin, whole + padding[len(whole):]))
        head = self.server.head("POST", "/api/v1/record", "Content-Type: application/json",
                                f"Content-Length: {8 * MEGABYTE + 1}", token=self.admin)
        # Refused by its length alone, and where it is sent all the same.
        self.assertEqual(status_of(self.server.raw(head)), 413)
        self.assertEqual(status_of(self.server.raw(head, padding, b" ")), 413)
        chunked = self.server.head("POST", "/api/v1/record", "Content-Type: application/json",
                                   "Transfer-Encoding: chunked", token=self.admin)
        chunk = b"100000\r\n" + padding[:MEGABYTE] + b"\r\n"
        self.assertEqual(status_of(self.server.raw(chunked, *[chunk] * 9, b"0\r\n\r\n")), 413)
        # In chunks, one that is not too long is read.
        parts = b"%x\r\n" % len(whole) + whole + b"\r\n0\r\n\r\n"
        self.assertEqual(status_of(self.server.raw(chunked, parts)), 200)
        self.assertEqual(self.log_size(), 5)

    def test_a_head_that_is_too_long_is_refused(self):
        for lines in (["X-Long: " + "a" * 40_000], ["X-Many: " + "a" * 4_000] * 10,
                      ["X-Long: " + "a" * 100_000], ["X: y"] * 8_000):
            raw = self.server.raw(self.server.head(
                "GET", "/api/v1/candidacies", *lines, token=self.admin))
            self.assertEqual(status_of(raw), 431, raw[:300])
            self.assertEqual(raw.count(b"HTTP/1.1 "), 1)
        raw = self.server.raw(self.server.head("GET", "/api/v1/" + "a" * 40_000, token=self.admin))
        self.assertIn(status_of(raw), (414, 431), raw[:300])
        self.good(self.server.get("/api/v1/candidacies", self.admin, X_Long="a" * 30_000))

    def test_a_request_that_two_servers_could_read_otherwise_is_refused(self):
        body = json.dumps(posted(registration(2))).encode()
        length = f"Content-Length: {len(body)}"
        for lines in (
                (length, f"Content-Length: {len(body) - 1}"), (length, length),
                (length, "Transfer-Encoding: chunked"), (f"Content-Length: +{len(body)}",),
                (f"Content-Length : {len(body)}",), (f"Content-Length: {len(body)}, {len(body)}",),
                ("Content-Length: -1",), (length, "X-Folded: a\r\n b"),
                ("Transfer-Encoding: xchunked",), ("Transfer-Encoding: gzip, chunked",)):
            with self.subTest(lines):
                raw = self.server.raw(self.server.head(
                    "POST", "/api/v1/record", "Content-Type: application/json", *lines,
                    token=self.admin), body)
                self.assertIn(status_of(raw), (400, 501, None), raw[:300])
                # A length that is no number libmicrohttpd 0.9 refuses by itself: with a head sent
                # twice, and the connection closed after it, so that no proxy mistakes the rest.
                self.assertLessEqual(raw.count(b"HTTP/1.1 "), 2, raw[:600])
                self.assertNotIn(b"HTTP/1.1 2", raw)
                if raw.count(b"HTTP/1.1 ") == 2:
                    self.assertEqual(raw.count(b"Connection: close"), 2, raw[:600])
        for host in ("", f"Host: {self.server.host}\r\nHost: {self.server.host}\r\n"):
            raw = self.server.raw(
                f"GET /health HTTP/1.1\r\n{host}Connection: close\r\n\r\n".encode())
            self.assertEqual(status_of(raw), 400, raw[:300])
        self.unchanged()
        self.good(self.server.get("/health"))

    def test_a_question_has_no_body(self):
        for token in (None, self.admin):
            self.problem(400, self.server.ask("GET", "/health", token, body=b"{}"))
        self.problem(400, self.server.ask("GET", "/api/v1/juries", self.admin, body=b"{}"))

    def test_an_object_of_many_names_is_read_at_once(self):
        many = json.dumps({f"n{number}": number for number in range(300_000)}).encode()
        began = time.monotonic()
        self.assertIn(self.server.post(
            "/api/v1/people/search", self.admin, many).status, (400, 422))
        # Compared one by one they would take hours.
        self.assertLess(time.monotonic() - began, 60)

    def test_nobody_writes_into_the_figures_or_the_log_by_an_address(self):
        for path in ("/log/x%22%7D%20999", "/log/Jean-Dupont", "/api/v1/Jean-Dupont"):
            self.server.get(path, self.tokens["auditor"])
        for text in (self.server.get("/metrics").text, self.server.notes()):
            self.assertNotIn("Dupont", text)
            self.assertNotIn("999", text.replace("0999", ""))

    def test_an_annulment_goes_by_its_own_address(self):
        self.problem(422, self.server.post("/api/v1/record?dryRun=true", self.admin, {
            "type": "EventAnnulled", "occurredOn": "2026-06-01",
            "data": {"event": "0197a5b2-6c4d-7e8f-9a0b-1c2d3e4f5061", "grounds": "x"}}))
        self.unchanged()

    def test_whether_there_is_anything_is_not_answered_from_a_tag(self):
        self.problem(404, self.server.get(
            "/api/v1/candidacies/NOBODY", self.admin, If_None_Match="*"))

    def test_what_is_no_request_does_no_harm(self):
        for raw in (b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"G" * 70_000,
                    b"GET / HTTP/1.1 more\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
                    b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n"):
            answer = self.server.raw(raw)
            self.assertIn((status_of(answer) or 400) // 100, (4, 5), raw[:40])
            self.assertNotEqual(status_of(answer), 500, raw[:40])
        # What never becomes one is left by its sender.
        for raw in (b"\0" * 500, b"\r\n" * 50, b"\x16\x03\x01\x02\x00\x01\x00", secrets.token_bytes(4096)):
            with self.server.connect() as plug:
                plug.sendall(raw)
        # Who goes away without waiting for the answer.
        for _ in range(20):
            with self.server.connect() as plug:
                plug.sendall(self.server.head("GET", "/api/v1/candidacies", token=self.admin))
        self.good(self.server.get("/api/v1/candidacies", self.admin))
        self.assertNotIn(500, [line["status"] for line in self.server.requests()])

    def test_another_name_or_a_page_of_another_site_is_refused(self):
        for host in ("evil.example", "127.0.0.1", f"evil.example:{self.server.port}",
                     f"127.0.0.1:{self.server.port}.evil.example", f"127.0.0.2:{self.server.port}",
                     f"user@127.0.0.1:{self.server.port}"):
            for path in ("/api/v1/candidacies", "/metrics", "/health"):
                self.problem(421, self.server.get(path, self.admin, Host=host))
        for origin in ("https://evil.example", "null", "", f"https://{self.server.host}",
                       "http://127.0.0.1", "file://"):
            self.problem(403, self.server.get("/api/v1/candidacies", self.admin, Origin=origin))
        body = posted(registration(2))
        self.problem(403, self.server.post(
            "/api/v1/record", self.admin, body, Origin="https://evil.example"))
        self.unchanged()
        answer = self.good(self.server.get(
            "/api/v1/candidacies", self.admin, Origin=f"http://{self.server.host}"))
        self.assertNotIn("Access-Control-Allow-Origin", answer.headers)

    def test_a_body_that_is_no_json_is_refused(self):
        for body, status in ((b"", 400), (b"{", 400), (b"{}", 422), (b"\xff\xfe", 400), (b"null", 400),
                             (b"[[]]", 400), (b"[" * 100_000, 422), (b'{"a":1}{"a":1}', 400),
                             (b'{"type":"A","type":"B"}', 422), (b'{"a":1.5}', 422)):
            with self.subTest(body[:30]):
                self.problem(status, self.server.post("/api/v1/record", self.admin, body))
        for media in ("text/plain", "application/x-www-form-urlencoded", "application/jsonx"):
            self.problem(415, self.server.post(
                "/api/v1/record", self.admin, posted(registration(2)), Content_Type=media))
        facts = [{**posted(registration(number)), "id": new_id()} for number in range(2, 2003)]
        self.problem(400, self.server.post("/api/v1/record", self.admin, facts), "2000")
        same = {**posted(registration(2)), "id": new_id()}
        self.assertEqual(self.server.post(
            "/api/v1/record", self.admin, [same, {**same, "occurredOn": "2021-02-02"}]).status, 422)
        self.unchanged()


class Slow(ServedTrials):
    """Those who send slowly, each on a connection of its own, from the beginning of the class on."""

    @classmethod
    def setUpClass(cls):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-slow-"))
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        cls.slow = folder / "slow.ledger"
        assert run(cls.slow, "init").returncode == 0
        cls.token = granted(cls.slow, "admin:1", "administrator")
        cls.server = Served(cls.slow)
        cls.addClassCleanup(cls.server.end)
        body = json.dumps(posted(registration(1))).encode()
        lines = (f"Content-Length: {len(body)}", "Content-Type: application/json")
        post = cls.server.head("POST", "/api/v1/record", *lines, token=cls.token)
        get = cls.server.head(
            "GET", "/api/v1/certifications", "Connection: close", token=cls.token)
        cls.outcomes = {}
        cls.threads = [threading.Thread(target=cls.send, args=words) for words in (
            ("a_head", b"", post[:-2], 70), ("a_body", post, body, 70),
            ("nothing", b"", b"", 70), ("in_time", get[:-20], get[-20:], 10))]
        for thread in cls.threads:
            thread.start()

    @classmethod
    def send(cls, name, at_once, drop_by_drop, seconds):
        """Sends a part of a request so slowly that it takes so long; what comes back, and when."""
        began = time.monotonic()
        try:
            with cls.server.connect(80) as plug:
                plug.sendall(at_once)
                pause = seconds / max(1, len(drop_by_drop))
                plug.settimeout(pause if drop_by_drop else 80)
                answer, sent = b"", 0
                while True:
                    if sent < len(drop_by_drop):
                        plug.sendall(drop_by_drop[sent:sent + 1])
                        sent += 1
                        if sent == len(drop_by_drop):
                            plug.settimeout(80)
                    try:
                        part = plug.recv(65536)
                    except TimeoutError:
                        continue
                    if not part:
                        break
                    answer += part
                cls.outcomes[name] = answer, time.monotonic() - began
        except OSError as failure:
            cls.outcomes[name] = failure, time.monotonic() - began

    def ended(self, name):
        for thread in self.threads:
            thread.join(90)
        answer, seconds = self.outcomes[name]
        self.assertIsInstance(answer, bytes, f"{answer!r} after {seconds:.1f} s")
        return answer, seconds

    def test_who_takes_ten_seconds_is_answered(self):
        answer, seconds = self.ended("in_time")
        self.assertEqual(status_of(answer), 200, answer[:300])
        self.assertIn(b"RNCP38052", answer)
        self.assertTrue(8 < seconds < 20, seconds)

    def test_who_has_not_asked_within_thirty_seconds_is_cut_off(self):
        for name in ("a_head", "a_body"):
            answer, seconds = self.ended(name)
            self.assertEqual(status_of(answer), 408, answer[:300])
            self.assertTrue(29 < seconds < 35, (name, seconds))
        answer, seconds = self.ended("nothing")
        self.assertEqual(answer, b"")
        self.assertTrue(29 < seconds < 35, seconds)
        self.assertEqual(self.log_size(self.slow), 2)

    def test_the_others_are_answered_meanwhile(self):
        for _ in range(10):
            self.good(self.server.get("/api/v1/certifications", self.token))


if __name__ == "__main__":
    unittest.main()
