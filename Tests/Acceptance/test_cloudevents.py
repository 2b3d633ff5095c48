"""The log as CloudEvents 1.0, from outside: against the published schema and the specification's rules,
and against the log itself, of which nothing is dropped.

Reads the program's path from $ACQUIS.
"""

import base64
import hashlib
import json
import os
import pathlib
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import unittest

from test_command_line import ACQUIS, ENROLMENT, REGISTRATION, WITHDRAWAL, CommandLine

try:
    import jsonschema
except ImportError:
    jsonschema = None

SCHEMA = json.loads((pathlib.Path(__file__).parent / "cloudevents-schema.json").read_text())

CORE = {"specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data"}
EXTENSIONS = {"position", "occurredon", "recordedby", "judged", "clock", "waives", "subjects",
              "reason", "leafhash"}

TYPES = {"string": str, "object": dict, "array": list, "boolean": bool, "number": (int, float),
         "null": type(None)}

FORMATS = {
    # RFC 3986, appendix A, without the forms of a host.
    "uri-reference": re.compile(
        r"(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:))"
        r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*"
        r"(?:\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
        r"(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"),
    # RFC 3339, section 5.6.
    "date-time": re.compile(
        r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)"
        r"(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+"),
}

# What a String of CloudEvents may not contain, but surrogates, which JSON's UTF-8 cannot.
REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef"
                     + "".join(chr(plane << 16 | 0xfffe) + chr(plane << 16 | 0xffff)
                               for plane in range(17)) + "]")


def complaints(event, schema=SCHEMA):
    """What the schema has to say against an event: its types, lengths, formats and required members."""
    found = [f"{name} is missing" for name in schema["required"] if name not in event]
    for name, facets in schema["properties"].items():
        if name not in event:
            continue
        value = event[name]
        kinds = facets["type"] if isinstance(facets["type"], list) else [facets["type"]]
        if not any(isinstance(value, TYPES[kind]) for kind in kinds):
            found.append(f"{name} is no {kinds}")
        elif isinstance(value, str):
            if len(value) < facets.get("minLength", 0):
                found.append(f"{name} is too short")
            form = FORMATS.get(facets.get("format"))
            if form and not form.fullmatch(value):
                found.append(f"{name} is no {facets['format']}")
    return found


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def recorded(event):
    """The log's own event, made from a CloudEvent alone."""
    own = re.fullmatch(r"acquis\.(\w+)\.v(\d+)", event["type"])
    members = {
        "id": event["id"], "recordedAt": event["time"], "occurredOn": event["occurredon"],
        "recordedBy": event["recordedby"], "data": event["data"], "type": own[1],
        "schema": int(own[2]), "judged": event.get("judged"), "clock": event.get("clock"),
        "waives": event["waives"].split(",") if "waives" in event else None,
        "reason": json.loads(event["reason"]) if "reason" in event else None}
    return {name: value for name, value in members.items() if value is not None}


class CloudEvents(CommandLine):
    def export(self, *words, **options):
        outcome = self.run_acquis("export", "cloudevents", *words, text=False, **options)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(outcome.stderr, b"")
        return outcome.stdout

    def events(self, *words, **options):
        return [json.loads(text) for text in self.export(*words, **options).splitlines()]

    def origin(self):
        outcome = self.run_acquis("audit", "checkpoint")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        return outcome.stdout.splitlines()[0]

    def checked(self, events):
        """Every event against the schema, the specification's rules, and the log."""
        lines = self.run_acquis("log", text=False).stdout.splitlines()
        self.assertEqual(len(events), len(lines))
        for event, line in zip(events, lines):
            self.assertEqual(complaints(event), [], event)
            self.assertLessEqual(set(event), CORE | EXTENSIONS)
            self.assertEqual((event["specversion"], event["datacontenttype"]),
                             ("1.0", "application/json"))
            for name, value in event.items():
                self.assertRegex(name, r"\A[a-z0-9]{1,20}\Z")
                if name != "data":
                    self.assertIsInstance(value, str, name)
                    self.assertNotEqual(value, "", name)
                    self.assertIsNone(REFUSED.search(value), name)
            self.assertEqual(event.get("subject"), event.get("subjects", "").split(",")[0] or None)
            # The log's line: the position, then the bytes that were hashed.
            stored = b"{" + line.split(b",", 1)[1]
            self.assertEqual(event["position"].encode(), line.split(b",", 1)[0].split(b":")[1])
            self.assertEqual(canonical(recorded(event)), stored)
            self.assertEqual(base64.b64decode(event["leafhash"], validate=True),
                             hashlib.sha256(b"\0" + stored).digest())
        self.assertEqual(len({(event["source"], event["id"]) for event in events}), len(events))

    def test_the_whole_demonstration_is_what_the_published_schema_demands(self):
        self.assertEqual(self.run_acquis("demo").returncode, 0)
        events = self.events()
        self.checked(events)
        self.assertEqual({event["source"] for event in events}, {self.origin()})
        self.assertEqual({name for event in events for name in event}, (CORE | EXTENSIONS) - {"clock"})
        if jsonschema is None:
            print("\nNOT TESTED by python3-jsonschema, which is not here: the schema of CloudEvents "
                  "was checked by this test's own reading of it only", file=sys.stderr)
            return
        validator = jsonschema.Draft7Validator(
            SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
        for event in events:
            self.assertEqual([error.message for error in validator.iter_errors(event)], [])

    def test_the_check_finds_what_is_wrong(self):
        good = {"specversion": "1.0", "id": "1", "source": "acquis/0", "type": "t"}
        self.assertEqual(complaints(good), [])
        for name, value in (("id", ""), ("id", 1), ("source", "a b"), ("source", ""), ("subject", ""),
                            ("time", "2021-01-11"), ("time", "2021-01-11T25:00:00Z"), ("type", None),
                            ("dataschema", "x")):
            self.assertEqual(len(complaints({**good, name: value})), 1, (name, value))
        self.assertEqual(complaints({}), [f"{name} is missing" for name in SCHEMA["required"]])

    def test_texts_that_an_attribute_may_not_contain_are_escaped(self):
        self.init()
        number = "N° 1, 2 % \ufffe"
        jury = {"type": "JuryCancelled", "occurredOn": "2021-02-01", "recordedBy": "clerk:1",
                "reason": "deux\nlignes\u0085\ufdd0, 100 % « d'essai » \U0001ffff\x7f",
                "data": {"jury": "J1", "grounds": "x"}}
        convened = {"type": "JuryConvened", "occurredOn": "2021-01-11", "recordedBy": "clerk:1",
                    "data": {"jury": "J1", "certification": "3474", "sessionOn": "2021-02-11",
                             "mode": "onSite"}}
        issued = {"type": "CertificateIssued", "occurredOn": "2021-03-01", "recordedBy": "clerk:1",
                  "data": {"candidacy": "D1", "number": number}}
        outcome = self.import_events(REGISTRATION, ENROLMENT, convened, jury, issued)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        events = self.events()
        self.checked(events)
        cancelled = next(event for event in events if event["type"] == "acquis.JuryCancelled.v1")
        self.assertEqual(json.loads(cancelled["reason"]), jury["reason"])
        self.assertIn(r"deux\nlignes\u0085\ufdd0, 100 % « d'essai » \ud83f\udfff\u007f",
                      cancelled["reason"])
        certificate = next(event for event in events if event["type"] == "acquis.CertificateIssued.v1")
        self.assertEqual(certificate["subjects"].split(","),
                         ["candidacy:D1", "certificate:N° 1%2C 2 %25 %EF%BF%BE"])

    def test_nobody_and_no_key_is_in_it(self):
        self.init()
        reason = {**WITHDRAWAL, "reason": "raisonsecrete"}
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT, reason).returncode, 0)
        written = self.export()
        self.assertNotIn(b"secret", written.lower())
        self.assertNotIn((self.folder / "test.ledger.master").read_text().strip().encode(), written)
        withdrawn = json.loads(written.splitlines()[-1])
        self.assertEqual(json.loads(withdrawn["reason"])["sealed"], 1)
        self.assertEqual(withdrawn["data"]["grounds"]["sealed"], 1)

    def test_an_annulment_is_an_event_and_takes_no_other_away(self):
        self.init()
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT).returncode, 0)
        before = self.export()
        self.assertEqual(
            self.run_acquis("annul", json.loads(before.splitlines()[-1])["id"], "--reason", "x")
            .returncode, 0)
        after = self.export()
        self.assertTrue(after.startswith(before))
        self.assertEqual([json.loads(text)["type"] for text in after[len(before):].splitlines()],
                         ["acquis.EventAnnulled.v1"])
        self.checked(self.events())

    def test_the_source_is_the_same_for_one_ledger(self):
        self.init()
        first = self.origin()
        shutil.move(f"{self.ledger}.signing", self.folder / "lost")
        outcome = self.run_acquis("audit", "key", "--new")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertNotEqual(self.origin(), first)
        self.assertEqual({event["source"] for event in self.events()}, {first})
        copy = self.folder / "copy.jsonl"
        self.assertEqual(self.run_acquis("export", "jsonl", "--to", str(copy)).returncode, 0)
        other = self.folder / "other.ledger"
        self.assertEqual(
            self.run_acquis("restore", str(copy), "--new-vault", ledger=other).returncode, 0)
        self.assertEqual(self.export(ledger=other), self.export())

    def test_a_ledger_without_a_key_is_named_by_its_first_leaf(self):
        self.init()
        for end in ("signing", "vkeys"):
            (self.folder / f"test.ledger.{end}").unlink()
        events = self.events()
        self.checked(events)
        leaf = base64.b64decode(events[0]["leafhash"]).hex()
        self.assertEqual({event["source"] for event in events}, {f"acquis/leaf-{leaf[:16]}"})

    def test_an_empty_ledger_has_no_events(self):
        self.assertEqual(self.run_acquis("init", "--empty").returncode, 0)
        self.assertEqual(self.export(), b"")

    def test_known_limits_it(self):
        self.init()
        self.assertEqual(self.import_events(REGISTRATION, ENROLMENT, WITHDRAWAL).returncode, 0)
        whole = self.export().splitlines(keepends=True)
        self.assertEqual(len(whole), 5)
        self.assertEqual(self.export("--known", "3"), b"".join(whole[:3]))
        self.assertEqual(self.export("--known", "0"), b"")
        self.refused(self.run_acquis("export", "cloudevents", "--known", "6"), 2, "--known", "5 events")
        for option in ("--on", "--style", "--due-by"):
            self.refused(
                self.run_acquis("export", "cloudevents", option, "2024-01-01"), 2, option,
                "cloudevents")

    def test_into_a_file_whole_and_never_over_another(self):
        self.init()
        file = self.folder / "events.jsonl"
        outcome = self.run_acquis("export", "cloudevents", "--to", str(file), "--json")
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(file.read_bytes(), self.export())
        self.assertEqual(json.loads(outcome.stdout),
                         {"file": str(file), "events": 2, "source": self.origin()})
        self.refused(self.run_acquis("export", "cloudevents", "--to", str(file)), 2,
                     "events.jsonl", "already")
        self.assertEqual(file.read_bytes(), self.export())
        shown = self.run_acquis("export", "cloudevents", "--to", str(self.folder / "more.jsonl"))
        self.assertIn("2 events as CloudEvents 1.0", shown.stdout)

    def test_a_reader_that_leaves_is_no_failure(self):
        self.assertEqual(self.run_acquis("demo", "--events", "300").returncode, 0)
        with subprocess.Popen([ACQUIS, "export", "cloudevents", "--ledger", str(self.ledger)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            self.assertEqual(json.loads(process.stdout.readline())["position"], "1")
            process.stdout.close()
            self.assertEqual((process.stderr.read(), process.wait(timeout=60)), (b"", 0))

    def test_a_full_disk_leaves_no_file(self):
        self.assertEqual(self.run_acquis("demo", "--events", "300").returncode, 0)
        with open("/dev/full", "wb") as full:
            outcome = subprocess.run(
                [ACQUIS, "export", "cloudevents", "--ledger", str(self.ledger)],
                stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        file = self.folder / "events.jsonl"
        outcome = self.run_acquis(
            "export", "cloudevents", "--to", str(file),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)))
        self.refused(outcome, 3, "events.jsonl")
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith("events")], [])

    def test_an_export_of_a_damaged_ledger_fails(self):
        self.assertEqual(self.run_acquis("demo", "--events", "300").returncode, 0)
        with sqlite3.connect(self.ledger) as database:
            for name, in database.execute(
                    "SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{name}"')
            database.execute(
                "UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"recordedBy\":\"',"
                " '\"recordedBy\":\"x') AS BLOB) WHERE position = 20")
        file = self.folder / "events.jsonl"
        outcome = self.run_acquis("export", "cloudevents", "--to", str(file))
        self.refused(outcome, 3, "damaged", "20")
        self.assertFalse(file.exists())


if __name__ == "__main__":
    unittest.main()
