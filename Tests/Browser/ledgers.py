"""Ledgers in a temporary folder, the command line on them, and a server of one: for the tests in a browser.

Reads the program's path from $ACQUIS.
"""

import json
import pathlib
import re
import shutil
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS / "Acceptance"))

# Its import also sets aside the settings of whoever runs the tests.
from served import Served, granted  # noqa: E402
from shown import plain  # noqa: E402, F401
from trials import run  # noqa: E402

AUDITOR = TESTS / "Auditor" / "auditor.py"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Ledger:
    """A ledger in a folder of its own, which `test` (a test, or a class of tests) clears up."""

    def __init__(self, test):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-browser-"))
        self.path = self.folder / "test.ledger"
        clean = test.addClassCleanup if isinstance(test, type) else test.addCleanup
        clean(shutil.rmtree, self.folder, ignore_errors=True)
        self.clean = clean

    @classmethod
    def empty(cls, test):
        ledger = cls(test)
        ledger.acquis("init")
        return ledger

    @classmethod
    def demonstration(cls, test):
        """The demonstration, with a signed checkpoint; the people in it are invented."""
        ledger = cls(test)
        ledger.acquis("demo")
        ledger.acquis("audit", "checkpoint")
        return ledger

    def acquis(self, *words, status=0):
        """What a command prints."""
        outcome = run(self.path, *words)
        assert outcome.returncode == status, (words, outcome.stdout, outcome.stderr)
        return outcome.stdout

    def bring(self, facts):
        """Imports facts."""
        path = self.folder / "facts.jsonl"
        path.write_text(
            "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts), "utf-8")
        self.acquis("import", str(path))

    def grant(self, who, role, *options):
        """A new token."""
        return granted(self.path, who, role, *options)

    def serve(self):
        server = Served(self.path)
        self.clean(server.end)
        return server

    # What it holds

    def entries(self):
        return [json.loads(line) for line in self.acquis("log", "--json").splitlines()]

    def facts(self, after=2):
        """The facts after this position, without what differs from ledger to ledger: instants and ids of
        entries, the bytes of sealed texts. An entry that another names is its position.
        """
        entries = self.entries()
        places = {entry["id"]: entry["position"] for entry in entries}
        return [
            {name: comparable(value, places) for name, value in entry.items()
             if name not in ("id", "recordedAt", "position")
             # An annulment is of the day on which it is made.
             and not (name == "occurredOn" and entry["type"] == "EventAnnulled")}
            for entry in entries if entry["position"] > after]

    def names(self):
        """Every name of a person that it can open, as written in the identities."""
        people = [json.loads(line) for line in
                  self.acquis("people", "--names", "--json").splitlines()]
        return sorted({text for person in people for text in name_texts(person)})


def comparable(value, places):
    """A value of a fact as it is in any ledger with the same facts."""
    if isinstance(value, dict):
        if "sealed" in value:
            return "sealed"
        return {name: comparable(part, places) for name, part in value.items()}
    if isinstance(value, list):
        return [comparable(part, places) for part in value]
    if isinstance(value, str) and UUID.fullmatch(value):
        return {"position": places.get(value)}
    return value


def name_texts(value):
    """The words of names in a person as `people --names --json` tells it."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in ("birthName", "usageName", "name") and isinstance(part, str):
                yield part
            elif name == "firstNames":
                yield from part if isinstance(part, list) else [part]
            else:
                yield from name_texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from name_texts(part)
