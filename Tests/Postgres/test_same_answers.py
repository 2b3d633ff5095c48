"""The same commands print the same on a file and on a server, and leave the same; an exact copy
goes from one to the other and back.

Reads the program's path from $ACQUIS.
"""

import json
import pathlib
import re
import shutil
import unittest

from compared import Comparable, difference
from shared import Shared, need_server, new_name, vault_files
from trials import enrolment, person, run, withdrawal

setUpModule = need_server

# Put to a demonstration, which stays as it is.
QUESTIONS = """
status DEMO-D-LAPSE --on 2022-06-15
status DEMO-D-LAPSE --on 2022-06-16 --json
status DEMO-D-MISTAKE --on 2021-06-30 --known 2021-07-01
status DEMO-D-MISTAKE --on 2021-06-30 --known 500 --lang fr
status NOBODY
candidate DEMO-P-LAPSE --on 2026-01-01
candidates --on 2026-06-30
candidates --on 2026-06-30 --status certified --json
candidates --on 2026-06-30 --name martin --json
candidates --on 2026-06-30 --csv
candidates --on 2023-06-30 --known 700 --limit 5
people --name Martin
people --name durand --names
people --json --limit 20
juries --on 2026-06-30
juries --on 2026-06-30 --json
jury DEMO-J-TWO-DAYS
jury DEMO-J-LAPSE --sheet
certifications --on 2026-06-30
certification 3474 --on 2026-06-30
certificates --json
windows --on 2021-06-30
windows --on 2022-06-01 --closing-within 365 --json
deadlines --on 2024-01-01 --within 365
deadlines --on 2024-01-01 --past --json
prior DEMO-P-LAPSE --on 2026-01-01
statistics
statistics --json
findings --on 2026-06-30
findings --on 2026-06-30 --each --json
compare --known 300 --known 700 --on 2026-06-30
compare --known 300 --known 700 --on 2026-06-30 --json
minutes DEMO-J-LAPSE
letters DEMO-J-LAPSE --kind result
report --year 2021
attest DEMO-D-LAPSE --on 2022-01-01
timeline candidacy:DEMO-D-LAPSE
timeline candidate:DEMO-P-LAPSE --json
log --from 100 --to 140
log --type JuryHeld
log --subject candidacy:DEMO-D-APPEAL
log --by demo:clerk-1 --from 900
log --root
replay
replay --digest
audit verify
audit verify --json
audit prove 31
audit prove 31 --size 42 --json
audit prove 2000
audit consistency 7 512 --json
audit key
audit checkpoint
audit verify
vault verify
vault verify --json
export cloudevents
export jsonl
export csv --to {folder}/csv
export csv --to {folder}/csv-fr --style fr --no-names
findings --rule R99
nonsense
demo
init
"""

# Each changes the ledger that the next one is put to.
STEPS = (
    ("init",),
    ("status", "D1"),
    ("import", "{folder}/history.jsonl", "--json"),
    ("import", "{folder}/history.jsonl"),
    ("import", "{folder}/bad.jsonl"),
    ("import", "{folder}/more.jsonl", "--dry-run"),
    ("record", "CandidateEnrolled", "--on", "2021-01-11", "candidacy=D8", "candidate=P1",
     "certification=RNCP38052", "pathway=apprenticeship", "--id",
     "01790c5e-5c00-7000-8000-00000000000a"),
    ("record", "CandidateEnrolled", "--on", "2021-01-11", "candidacy=D8", "candidate=P1",
     "certification=RNCP38052", "pathway=apprenticeship", "--id",
     "01790c5e-5c00-7000-8000-00000000000a"),
    ("record", "CandidateEnrolled", "--on", "2021-01-12", "candidacy=D9", "candidate=P1",
     "certification=RNCP38052", "pathway=apprenticeship", "--id",
     "01790c5e-5c00-7000-8000-00000000000a"),
    ("record", "CandidateEnrolled", "--on", "2021-01-11", "candidacy=D8", "candidate=P1",
     "certification=3474", "pathway=continuingTraining", "public=employee", "--json"),
    ("record", "CandidateEnrolled", "--on", "2021-01-12", "candidate=P2", "certification=3474",
     "pathway=continuingTraining", "public=employee"),
    ("record", "--file", "{folder}/refused.jsonl"),
    ("record", "--file", "{folder}/more.jsonl", "--json"),
    ("record", "CandidacyWithdrawn", "--on", "2021-03-01", "candidacy=D3", "--dry-run"),
    ("annul", "9", "--reason", "une erreur", "--yes"),
    ("correct", "7", "pathway=experience", "--reason", "une erreur", "--yes"),
    ("status", "D2", "--on", "2021-04-01", "--json"),
    ("status", "D1", "--on", "2021-04-01", "--names"),
    ("candidates", "--on", "2021-04-01", "--name", "nomsecret", "--json"),
    ("people",),
    ("vault", "verify"),
    ("vault", "rotate"),
    ("vault", "verify"),
    ("audit", "checkpoint"),
    ("erase", "P1", "--reason", "demande", "--on", "2021-05-01", "--dry-run"),
    ("erase", "P1", "--reason", "demande", "--yes"),
    ("erase", "P1", "--reason", "demande", "--yes"),
    ("candidates", "--on", "2021-04-01", "--name", "nomsecret", "--json"),
    ("people",),
    ("backup", "{folder}/backup", "--with-master", "--json"),
    ("audit", "checkpoint"),
    ("audit", "verify"),
    ("vault", "verify"),
    ("findings", "--on", "2021-06-30"),
    ("timeline", "candidate:P1"),
    ("replay", "--digest"),
    ("access", "grant", "officer:1", "--role", "officer"),
    ("access", "list"),
    ("access", "revoke", "officer:1"),
)


def place_of(ledger, folder, files):
    """How a ledger is named in what is printed, the longest first."""
    names = [(str(files), "(ledger)"), (str(ledger), "(ledger)"), (str(folder), "(folder)")]
    return sorted(names, key=lambda pair: -len(pair[0]))


class Place:
    """A ledger, a folder for what it is asked to write, and its texts made comparable."""

    def __init__(self, ledger, folder, files, options=()):
        self.ledger, self.folder, self.options = ledger, folder, options
        folder.mkdir()
        self.comparable = Comparable(place_of(ledger, folder, files))

    def told(self, asked):
        """What a command ends with, prints and writes."""
        words = [word.replace("{folder}", str(self.folder)) for word in asked]
        before = set(self.folder.rglob("*"))
        outcome = run(self.ledger, *words, *self.options)
        told = {"status": str(outcome.returncode)}
        texts = {"output": outcome.stdout, "messages": outcome.stderr}
        for file in sorted(set(self.folder.rglob("*")) - before):
            if file.suffix == ".csv" and file.is_file():
                texts[file.name] = file.read_text()
        return {**told, **{name: self.comparable.text(text) for name, text in texts.items()}}


class TwoPlaces(Shared):
    """The same of a file and of a server."""

    options, questions = (), QUESTIONS.strip().splitlines()

    def setUp(self):
        super().setUp()
        file = self.folder / "test.ledger"
        self.places = [
            Place(file, self.folder / "one", file),
            Place(self.ledger, self.folder / "two", vault_files(self.name), self.options)]

    def same(self, asked):
        one, two = (place.told(asked) for place in self.places)
        with self.subTest(asked=" ".join(asked)):
            self.assertEqual(sorted(one), sorted(two))
            parted = [f"{name}: {difference(one[name], two[name])}"
                      for name in one if one[name] != two[name]]
            if parted:
                self.fail("\n".join(parted))

    def given(self, name, *facts):
        for place in self.places:
            (place.folder / name).write_text(
                "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts))

    def test_a_demonstration(self):
        self.same(("demo",))
        for line in self.questions:
            self.same(line.split())

    def test_a_ledger_that_is_written(self):
        self.given("history.jsonl", *person(1), *person(2), *person(3))
        self.given("bad.jsonl", enrolment(4), {"type": "Nonsense"}, {**enrolment(5), "data": {}})
        self.given("more.jsonl", withdrawal(2), *person(6))
        self.given("refused.jsonl", enrolment(7), enrolment(7))
        for asked in STEPS:
            self.same(asked)


class WithTheVaultOnTheServer(TwoPlaces):
    """Persons' keys in a schema of the role that keeps them."""

    # Those that need keys.
    questions = [line for line in TwoPlaces.questions if re.search(
        "name|people|minutes|letters|attest|vault|export|verify", line)]

    def setUp(self):
        super().setUp()
        vault = self.cluster.address("keeper", ledger=self.name)
        self.places[1].options = ("--vault", vault)
        self.places[1].comparable.places.insert(0, (vault, "(ledger).vault"))

    def tearDown(self):
        schemas = self.cluster.sql("SELECT nspname FROM pg_namespace").splitlines()
        self.assertIn(f"{self.name}-vault", schemas)
        self.assertFalse(pathlib.Path(f"{vault_files(self.name)}.vault").exists())


class Moved(Shared):
    """An exact copy from one store to the other and back."""

    def setUp(self):
        super().setUp()
        self.file = self.folder / "test.ledger"
        self.other = self.address(name=new_name())

    def facts(self, ledger):
        return [self.done(*asked, ledger=ledger) for asked in (
            ("log",), ("log", "--root", "--json"), ("replay", "--digest"), ("export", "jsonl"),
            ("statistics", "--json"), ("candidates", "--on", "2026-06-30", "--json"),
            ("findings", "--on", "2026-06-30", "--json"))]

    def copied(self, source, target, *words):
        copy = self.folder / f"{new_name()}.jsonl"
        self.done("export", "jsonl", "--to", str(copy), ledger=source)
        self.done("restore", str(copy), *words, ledger=target)
        return copy

    def files(self, ledger):
        """The place of a ledger's keys."""
        return self.file if ledger == self.file else vault_files(ledger.rpartition("=")[2])

    def keys(self, source, target):
        """Puts the keys of one beside the other."""
        self.files(target).parent.mkdir(parents=True, exist_ok=True)
        for suffix in (".vault", ".master", ".signing"):
            shutil.copy(f"{self.files(source)}{suffix}", f"{self.files(target)}{suffix}")

    def goes(self, source, target, back):
        self.done("demo", "--events", "400", ledger=source)
        note = self.folder / "note"
        note.write_text(self.done("audit", "checkpoint", ledger=source))
        before = self.facts(source)
        for one, two in ((source, target), (target, back)):
            self.keys(one, two)
            copy = self.copied(one, two, "--against", str(note))
            self.assertEqual(self.facts(two), before)
            self.assertEqual(copy.read_text(), before[3])
            for asked in (("audit", "verify"), ("vault", "verify"),
                          ("audit", "check", "--against", str(note))):
                self.done(*asked, ledger=two)
            named = [self.done("people", "--names", ledger=each) for each in (one, two)]
            self.assertEqual(*named)
        # What was signed goes on: the copy signs under the same name, and is what the note signed.
        later = self.done("audit", "checkpoint", ledger=back)
        self.assertEqual(later.splitlines()[0], note.read_text().splitlines()[0])

    def test_from_a_file_to_a_server_and_to_another_file(self):
        back = self.folder / "back.ledger"
        self.files = lambda ledger: (
            ledger if isinstance(ledger, pathlib.Path) else vault_files(ledger.rpartition("=")[2]))
        self.goes(self.file, self.ledger, back)

    def test_from_a_server_to_a_file_and_to_another_ledger_of_the_server(self):
        self.goes(self.ledger, self.file, self.other)

    def test_a_copy_whose_checkpoints_do_not_hold_is_refused(self):
        self.done("demo", "--events", "150", ledger=self.file)
        self.done("audit", "checkpoint", ledger=self.file)
        text = self.done("export", "jsonl", ledger=self.file)
        changed = self.folder / "changed.jsonl"
        changed.write_text(text.replace('"recordedBy":"demo:clerk-1"', '"recordedBy":"clerk:9"', 1))
        outcome = run(self.ledger, "restore", str(changed), "--new-vault")
        self.assertIn(outcome.returncode, (1, 2), outcome.stderr)
        self.assertEqual(run(self.ledger, "log").returncode, 3)
        schemas = self.cluster.sql("SELECT nspname FROM pg_namespace").splitlines()
        self.assertNotIn(self.name, schemas)

    def test_a_copy_over_a_ledger_is_refused(self):
        self.done("demo", "--events", "150", ledger=self.file)
        copy = self.folder / "copy.jsonl"
        self.done("export", "jsonl", "--to", str(copy), ledger=self.file)
        self.done("init")
        before = self.done("log")
        outcome = run(self.ledger, "restore", str(copy))
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.assertEqual(self.done("log"), before)


if __name__ == "__main__":
    unittest.main()
