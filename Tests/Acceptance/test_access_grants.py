"""Who may use a ledger over HTTP: granted, listed, revoked, and what they opened.

Reads the program's path from $ACQUIS.
"""

import base64
import csv
import datetime
import hashlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import unittest

from clocks import clock, day_in_paris
from trials import (
    KILLED, Trials, as_root, needed, person, run, struck, together, traced, words)

TOKEN = re.compile(r"acquis_[A-Za-z0-9_-]{43}")


def secret_of(token):
    """The 32 bytes of a token."""
    return base64.urlsafe_b64decode(token.removeprefix("acquis_") + "=")


class Grants(Trials):
    def setUp(self):
        super().setUp()
        self.init()

    def grant(self, who="officer:17", role="officer", *more, **options):
        return self.answer("access", "grant", who, "--role", role, *more, **options)

    def listed(self, **options):
        told = self.done("access", "list", "--json", **options)
        return [json.loads(text) for text in told.splitlines()]

    def states(self, **options):
        return {one["id"]: one["state"] for one in self.listed(**options)}

    def kept(self):
        return self.file(".access").read_bytes() if self.file(".access").exists() else None


class Granting(Grants):
    def test_the_token_is_the_last_word_of_the_last_line_and_is_kept_nowhere(self):
        for lang in ("fr", "en"):
            told = self.done("access", "grant", "officer:17", "--role", "officer", "--lang", lang)
            token = told.splitlines()[-1].split(" ")[-1]
            self.assertRegex(token, f"^{TOKEN.pattern}$")
            self.assertEqual(told.count("acquis_"), 1)
            self.assertNotIn(token[7:], self.done("access", "list"))
            self.assertNotIn(token[7:], self.done("access", "list", "--json"))
            for file in self.folder.iterdir():
                self.assertNotIn(token[7:].encode(), file.read_bytes(), file.name)
            # What is kept is the hash of its bytes.
            self.assertIn(hashlib.sha256(secret_of(token)).hexdigest(), self.kept().decode())

    def test_the_answer_in_json(self):
        until = str(day_in_paris(30))
        told = self.grant("admin:1", "administrator", "--until", until, "--names", "--may-waive")
        token = told.pop("token")
        self.assertRegex(token, f"^{TOKEN.pattern}$")
        self.assertEqual(told, {
            "who": "admin:1", "role": "administrator", "until": until, "names": True,
            "mayWaive": True, "id": hashlib.sha256(secret_of(token)).hexdigest()[:8]})
        self.assertEqual(list(self.grant()), [
            "who", "role", "until", "names", "mayWaive", "id", "token"])

    def test_the_file_is_its_owner_s_alone_whatever_the_umask(self):
        for umask in (0o000, 0o077):
            self.grant(preexec_fn=lambda: os.umask(umask))  # pylint: disable=cell-var-from-loop
            self.assertEqual(self.file(".access").stat().st_mode & 0o777, 0o600)

    def test_roles_are_typed_in_french_too(self):
        for typed, role in (
                ("auditeur", "auditor"), ("Auditrice", None), ("chargé-de-vae", "officer"),
                ("chargée de VAE", "officer"), ("administrateur", "administrator"),
                ("OFFICER", "officer"), ("patron", None), ("", None)):
            outcome = run(
                self.ledger, "access", "grant", "x", "--role", typed, "--json", "--lang", "fr")
            if role is None:
                self.assertEqual(outcome.returncode, 2, typed)
                self.assertIn("chargé de VAE (officer)", outcome.stderr)
            else:
                self.assertEqual(json.loads(outcome.stdout)["role"], role, typed)

    def test_a_day_is_typed_as_people_do_and_is_not_past(self):
        day = day_in_paris(40)
        for typed in (str(day), f"{day:%d/%m/%Y}"):
            self.assertEqual(self.grant("x", "auditor", "--until", typed)["until"], str(day))
        self.assertEqual(
            self.grant("x", "auditor", "--until", "aujourd’hui")["until"], str(day_in_paris()))
        before = self.kept()
        for typed in (str(day_in_paris(-1)), "hier", "2021-02-30", "bientôt"):
            self.stops(2, "access", "grant", "x", "--role", "auditor", "--until", typed)
        self.assertEqual(self.kept(), before)

    def test_what_a_role_cannot_have_is_refused_and_nothing_is_granted(self):
        for role, *more in (
                ("auditor", "--names"), ("auditor", "--may-waive"), ("officer", "--may-waive")):
            outcome = self.stops(2, "access", "grant", "x", "--role", role, *more)
            self.assertIn(more[0], outcome.stderr)
            self.assertEqual(outcome.stdout, "")
        self.stops(2, "access", "grant", "x")
        self.stops(2, "access", "grant", "--role", "auditor")
        self.stops(2, "access", "grant", "un nom secret", "--role", "auditor")
        self.assertIsNone(self.kept())

    def test_who_has_some_already_is_said(self):
        first = self.grant()["id"]
        outcome = run(self.ledger, "access", "grant", "officer:17", "--role", "auditor")
        self.assertIn(first, outcome.stderr)
        outcome = run(self.ledger, "access", "grant", "officer:1", "--role", "auditor")
        self.assertEqual(outcome.stderr, "")

    def test_a_token_that_could_not_be_shown_is_said_to_be_granted(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            outcome = subprocess.run(
                words(self.ledger, "access", "grant", "x", "--role", "auditor"), stdout=full,
                stderr=subprocess.PIPE, text=True, check=False, env={**os.environ, "LC_ALL": "C"})
        self.assertEqual(outcome.returncode, 3)
        self.assertIn("access revoke", outcome.stderr)
        self.assertNotRegex(outcome.stderr, TOKEN)
        self.assertEqual([one["state"] for one in self.listed()], ["active"])

    def test_the_help_says_what_each_role_may_do(self):
        told = self.done("help", "access", "grant", "--lang", "fr", ledger="/nowhere")
        for word in ("auditeur", "chargé-de-vae", "administrateur", "--may-waive"):
            self.assertIn(word, told)
        told = self.done("help", "vocabulary", "--lang", "fr", ledger="/nowhere")
        for word in ("jeton", "droit d’accès", "chargé-de-vae"):
            self.assertIn(word, told)

    def test_without_a_ledger_there_is_nothing_to_grant(self):
        nowhere = self.folder / "nowhere.ledger"
        for asked in (
                ("grant", "x", "--role", "auditor"), ("list",), ("revoke", "x"), ("opened",)):
            self.stops(3, "access", *asked, ledger=nowhere)
        self.assertEqual(list(self.folder.glob("nowhere*")), [])
        self.stops(2, "access")
        self.stops(2, "access", "lits")


class Listing(Grants):
    def test_what_is_listed(self):
        until = str(day_in_paris())
        made = self.grant("clerk:2", "officer", "--until", until, "--names")
        row, = self.listed()
        self.assertRegex(row.pop("grantedAt"), r"^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{6}Z$")
        self.assertEqual(row, {
            "id": made["id"], "who": "clerk:2", "role": "officer", "until": until, "names": True,
            "mayWaive": False, "revokedAt": None, "state": "active"})
        french = self.done("access", "list", "--lang", "fr")
        for word in (
                "clerk:2", "chargé de VAE", f"{day_in_paris():%d/%m/%Y}", "en vigueur", "avec les noms"):
            self.assertIn(word, french)
        rows = list(csv.DictReader(io.StringIO(self.done("access", "list", "--csv"))))
        self.assertEqual(rows[0]["id"], made["id"])
        self.assertEqual(rows[0]["state"], "active")
        self.assertEqual(rows[0]["names"], "names")

    def test_a_page_of_it(self):
        ids = [self.grant(f"x:{number}")["id"] for number in range(4)]
        self.assertEqual([one["id"] for one in self.listed()], ids)
        told = self.done("access", "list", "--json", "--after", ids[0], "--limit", "2")
        self.assertEqual([json.loads(text)["id"] for text in told.splitlines()], ids[1:3])

    def test_it_expires_after_its_last_day_and_is_dropped_a_year_later(self):
        needed("faketime", "the states of access on later days")
        short = self.grant("short", "auditor", "--until", str(day_in_paris()))["id"]
        long = self.grant("long", "auditor")["id"]
        gone = self.grant("gone", "auditor")["id"]
        self.done("access", "revoke", "gone")

        def at(days):
            # At noon, on the same day here and in Paris.
            return {"before": clock(f"@{day_in_paris(days)} 12:00:00")}

        self.assertEqual(self.states()[short], "active")
        self.assertEqual(
            self.states(**at(1)), {short: "expired", long: "active", gone: "revoked"})
        self.grant("new", "auditor", **at(360))
        self.assertIn(gone, self.states(**at(360)))
        self.grant("newer", "auditor", **at(370))
        self.assertEqual(
            {one["who"] for one in self.listed(**at(370))}, {"long", "new", "newer"})


class Revoking(Grants):
    def test_all_of_a_person_or_one(self):
        first, second, other = (self.grant(who)["id"] for who in ("a", "a", "b"))
        told = self.answer("access", "revoke", first)
        self.assertEqual([one["id"] for one in told["revoked"]], [first])
        self.assertEqual(
            self.states(), {first: "revoked", second: "active", other: "active"})
        told = self.answer("access", "revoke", "a")
        self.assertEqual([one["id"] for one in told["revoked"]], [second])
        self.assertEqual(
            self.states(), {first: "revoked", second: "revoked", other: "active"})
        self.assertEqual(self.answer("access", "revoke", "a"), {"revoked": []})
        told = self.done("access", "revoke", "b", "--lang", "fr")
        self.assertIn(other, told)
        self.assertIn("révoqué", told)
        self.assertIn("révoqué le", self.done("access", "list", "--lang", "fr"))

    def test_what_is_unknown_is_said_with_what_is_near(self):
        self.stops(2, "access", "revoke", "officer:17")
        self.grant()
        before = self.kept()
        outcome = self.stops(2, "access", "revoke", "officer:71")
        self.assertIn("officer:17", outcome.stderr)
        self.stops(2, "access", "revoke", "")
        self.assertEqual(self.kept(), before)

    def test_the_completion_offers_who_and_which(self):
        made = self.grant()["id"]
        gone = self.grant("gone")["id"]
        self.done("access", "revoke", "gone")
        told = subprocess.run(
            [os.environ["ACQUIS"], "help", "completions", "--words", "access", "revoke", "--ledger",
             str(self.ledger), ""], capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual(sorted(told), sorted(["officer:17", made]))
        self.assertNotIn(gone, told)


class Keeping(Grants):
    def test_of_many_who_grant_at_once_none_undoes_another(self):
        commands = [
            words(self.ledger, "access", "grant", f"x:{number}", "--role", "auditor", "--json")
            for number in range(8)]
        outcomes = together(commands)
        self.assertEqual([outcome.returncode for outcome in outcomes], [0] * 8)
        made = {json.loads(outcome.stdout)["id"] for outcome in outcomes}
        self.assertEqual(set(self.states()), made)
        self.assertEqual(len(made), 8)

    def test_killed_at_any_call_the_file_is_the_old_one_or_the_new_one(self):
        needed("strace", "a grant that is killed")
        kept = self.grant("kept")["id"]
        command = words(self.ledger, "access", "grant", "struck", "--role", "auditor")
        outcome, calls = traced(command, self.folder / "trace")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        beside = [call for call in calls if ".access" in call.text or call.name == "fsync"]
        self.assertGreater(len(beside), 5)
        before = set(self.states())
        for call in beside:
            outcome = struck(call, command)
            self.assertEqual(outcome.returncode, KILLED, call)
            after = set(self.states())
            self.assertLessEqual(before, after, call)
            self.assertLessEqual(len(after - before), 1, call)
            before = after
        self.grant("last")
        self.assertIn(kept, self.states())
        self.assertEqual(list(self.folder.glob("*.access?*")), [])

    def test_a_file_open_to_others_or_another_s_is_not_used(self):
        self.grant()
        for mode in (0o640, 0o604, 0o602, 0o620):
            os.chmod(self.file(".access"), mode)
            for asked in (("grant", "x", "--role", "auditor"), ("list",), ("revoke", "officer:17")):
                outcome = self.stops(3, "access", *asked)
                self.assertIn("chmod 600", outcome.stderr)
        os.chmod(self.file(".access"), 0o600)
        self.assertEqual(len(self.listed()), 1)

    def test_another_user_s_file_is_not_used(self):
        as_root("a file of another user")
        self.grant()
        os.chown(self.file(".access"), 12345, 12345)
        for asked in (("grant", "x", "--role", "auditor"), ("list",), ("revoke", "officer:17")):
            self.assertIn("another user", self.stops(3, "access", *asked).stderr)

    def test_a_line_that_is_altered_is_named_by_its_number_alone(self):
        self.grant("first")
        self.grant("second")
        good = self.file(".access").read_text()
        for text in (good.replace('"second"', '"Nomsecret Second"'), good + "secret\n",
                     good.replace('"role":"officer"', '"role":"secret"'), good[:-9] + "secret"):
            self.file(".access").write_text(text)
            for asked in (("grant", "x", "--role", "auditor"), ("list",), ("revoke", "first")):
                outcome = self.stops(3, "access", *asked)
                self.assertRegex(outcome.stderr, r"line \d")
            self.assertEqual(self.file(".access").read_text(), text)
        self.file(".access").write_text(good)
        self.assertEqual(len(self.listed()), 2)

    def test_a_link_to_the_ledger_has_its_access(self):
        link = self.folder / "link.ledger"
        link.symlink_to(self.ledger)
        made = self.grant(ledger=link)["id"]
        self.assertIn(made, self.states())
        self.assertEqual(list(self.folder.glob("link*")), [link])


class Elsewhere(Grants):
    """No copy of a ledger lets anybody in."""

    def setUp(self):
        super().setUp()
        self.imported(*person(1))
        self.grant("grantee:secretless")
        opened(self.file(".opened"), [("2026-03-02", "grantee:secretless", "candidate:P1", 2)])

    def test_no_copy_has_it(self):
        copies = self.folder / "copies"
        copies.mkdir()
        self.done("backup", str(copies / "backup"), "--with-master")
        for form in ("jsonl", "cloudevents", "csv"):
            self.done("export", form, "--to", str(copies / form))
        files = [file for file in copies.rglob("*") if file.is_file()]
        self.assertGreater(len(files), 8)
        for file in files:
            self.assertNotRegex(file.name, r"\.(access|opened)")
            self.assertNotIn(b"grantee:secretless", file.read_bytes(), file)
        other = copies / "other.ledger"
        self.done("restore", str(copies / "jsonl"), ledger=other)
        self.assertEqual(self.listed(ledger=other), [])
        self.assertEqual(self.done("access", "opened", "--json", ledger=other), "")

    def test_no_ledger_is_made_where_one_of_these_is(self):
        copy = self.folder / "copy.jsonl"
        self.done("export", "jsonl", "--to", str(copy))
        for suffix in (".access", ".opened"):
            other = self.folder / f"other{suffix}.ledger"
            there = self.file(suffix, ledger=other)
            shutil.copy(self.file(suffix), there)
            before = there.read_bytes()
            for asked in (["init"], ["restore", str(copy)], ["demo", "--events", "60"]):
                outcome = self.stops(3, *asked, ledger=other)
                self.assertIn(suffix, outcome.stderr)
                self.assertEqual(list(self.folder.glob(f"other{suffix}*")), [there])
                self.assertEqual(there.read_bytes(), before)
            there.unlink()
            self.done("init", ledger=other)


def opened(path, rows):
    """Writes what was opened, as a server does."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.executescript(f"""
        PRAGMA application_id = {0x4143514f};
        PRAGMA user_version = 1;
        CREATE TABLE opened (
          day INTEGER NOT NULL, who TEXT NOT NULL, subject TEXT NOT NULL, count INTEGER NOT NULL,
          PRIMARY KEY (day, who, subject)
        ) STRICT, WITHOUT ROWID;""")
    first = datetime.date(1970, 1, 1)
    database.executemany("INSERT INTO opened VALUES (?, ?, ?, ?)", [
        ((datetime.date.fromisoformat(day) - first).days, who, subject, count)
        for day, who, subject, count in rows])
    database.commit()
    database.close()
    os.chmod(path, 0o600)


class Opened(Grants):
    ROWS = [
        ("2026-03-02", "clerk:2", "candidate:P1", 3), ("2026-03-02", "officer:17", "member:M1", 1),
        ("2026-03-05", "officer:17", "candidate:P1", 12)]

    def setUp(self):
        super().setUp()
        self.imported(*person(1))

    def told(self, *asked):
        told = self.done("access", "opened", *asked, "--json")
        return [tuple(json.loads(text).values()) for text in told.splitlines()]

    def test_nothing_was_opened_and_no_file_is_made(self):
        self.assertEqual(self.told(), [])
        self.assertFalse(self.file(".opened").exists())

    def test_what_was_opened_of_whom_by_whom(self):
        opened(self.file(".opened"), self.ROWS)
        self.assertEqual(self.told(), self.ROWS)
        first = self.done("access", "opened", "--json").splitlines()[0]
        self.assertEqual(list(json.loads(first)), ["day", "who", "subject", "count"])
        self.assertEqual(self.told("--since", "03/03/2026"), self.ROWS[2:])
        self.assertEqual(self.told("--by", "clerk:2"), self.ROWS[:1])
        self.assertEqual(self.told("--subject", "candidate:P1"), [self.ROWS[0], self.ROWS[2]])
        self.assertEqual(self.told("--subject", "member:M1"), self.ROWS[1:2])
        self.assertEqual(self.told("--subject", "member:M2"), [])
        self.assertEqual(self.told("--limit", "1"), self.ROWS[:1])
        self.assertEqual(
            self.told("--after", "2026-03-02/clerk:2/candidate:P1"), self.ROWS[1:])

    def test_for_people(self):
        opened(self.file(".opened"), self.ROWS)
        french = self.done("access", "opened", "--lang", "fr")
        for word in ("05/03/2026", "officer:17", "12", "de qui"):
            self.assertIn(word, french)
        self.assertNotIn("omsecret", french)
        rows = list(csv.DictReader(io.StringIO(self.done("access", "opened", "--csv"))))
        self.assertEqual(rows[2], {
            "day": "2026-03-05", "who": "officer:17", "subject": "candidate:P1", "count": "12"})

    def test_what_is_asked_wrongly(self):
        opened(self.file(".opened"), self.ROWS)
        self.assertIn("P1", self.stops(
            2, "access", "opened", "--subject", "candidate:P2").stderr)
        self.stops(2, "access", "opened", "--subject", "Nomsecret")
        self.stops(2, "access", "opened", "--since", "bientôt")
        self.stops(2, "access", "opened", "--by", "un nom")
        os.chmod(self.file(".opened"), 0o644)
        self.stops(3, "access", "opened")
        self.file(".opened").write_text("secret" * 1000)
        os.chmod(self.file(".opened"), 0o600)
        self.stops(3, "access", "opened")


if __name__ == "__main__":
    unittest.main()
