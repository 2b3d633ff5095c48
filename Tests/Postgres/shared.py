"""What the tests on a server share: one cluster for all of a process, ledgers on it, and the
program run on them.

Reads the program's path from $ACQUIS.
"""

import atexit
import itertools
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unittest
import uuid

# After this folder, which has modules of the same names: test_tampering.py, test_faults.py.
ACCEPTANCE = pathlib.Path(__file__).resolve().parent.parent / "Acceptance"
sys.path.append(str(ACCEPTANCE))

from cluster import DATABASE, Cluster, Untested, environment  # noqa: E402
from trials import run  # noqa: E402

# What a role that writes needs, and one that reads; the owner gives it after `init`.
GRANTS = {
    "writer": (
        "GRANT USAGE ON SCHEMA {0} TO {1}", "GRANT SELECT ON ALL TABLES IN SCHEMA {0} TO {1}",
        "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {0} TO {1}"),
    "reader": (
        "GRANT USAGE ON SCHEMA {0} TO {1}", "GRANT SELECT ON ALL TABLES IN SCHEMA {0} TO {1}")}

NUMBERS = itertools.count(1)
STATE = {}


def cluster(sync=False):
    """The cluster of this process. Commands find its passwords, and keep their files apart.

    It does not wait for the disk: what depends on that has a server of its own.
    """
    if "cluster" not in STATE:
        STATE["cluster"] = made = Cluster(sync=sync)
        atexit.register(made.close)
        home = tempfile.mkdtemp(prefix="acquis-home-")
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        os.environ.update(environment(made), XDG_DATA_HOME=home, HOME=home)
        for name in ("ACQUIS_LEDGER", "ACQUIS_VAULT", "PGPASSWORD", "PGSERVICE", "PGOPTIONS"):
            os.environ.pop(name, None)
    return STATE["cluster"]


def need(find):
    """What `find` makes; skips where it cannot be had here, and says so."""
    try:
        return find()
    except Untested as missing:
        print(f"\nNOT TESTED: {missing}", file=sys.stderr)
        raise unittest.SkipTest(str(missing)) from missing


def need_server():
    """As `setUpModule`: the cluster of this process."""
    need(cluster)


def new_name():
    return f"t{os.getpid()}_{next(NUMBERS)}"


def new_id(dice=None):
    """An id in the form of the program's own (version 7)."""
    text = str(uuid.UUID(int=dice.getrandbits(128), version=4) if dice else uuid.uuid4())
    return f"{text[:14]}7{text[15:]}"


def vault_files(name, port=None, database=DATABASE):
    """The place of a ledger's files on this machine, without their suffix."""
    folder = f"127.0.0.1-{port or cluster().port}-{database}"
    return pathlib.Path(os.environ["XDG_DATA_HOME"]) / "acquis" / folder / name


def grant(name, *roles, database=DATABASE):
    for role in roles or GRANTS:
        cluster().sql(
            ";\n".join(GRANTS[role]).format(f'"{name}"', role), database=database, user="owner")


class Shared(unittest.TestCase):
    """A name for a ledger on the server, and its address as the owner."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.cluster = self.server()
        self.name = new_name()
        self.ledger = self.address()

    def server(self):
        return cluster()

    def address(self, user="owner", name=None, **parameters):
        return self.cluster.address(user, **parameters, ledger=name or self.name)

    def done(self, *asked, ledger=None, **options):
        """What a command prints that must succeed."""
        outcome = run(ledger or self.ledger, *asked, **options)
        self.assertEqual(outcome.returncode, 0, f"{asked}: {outcome.stdout}{outcome.stderr}")
        return outcome.stdout

    def answer(self, *asked, **options):
        return json.loads(self.done(*asked, "--json", **options))

    def log(self, ledger=None):
        return [json.loads(text) for text in self.done("log", ledger=ledger).splitlines()]

    def write(self, *events):
        """A file of events, to be imported or recorded."""
        file = self.folder / f"events-{next(NUMBERS)}.jsonl"
        file.write_text("".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in events))
        return str(file)

    def imported(self, *events, ledger=None):
        return self.done("import", self.write(*events), ledger=ledger)

    def sql(self, text, user="admin"):
        """What statements answer, this ledger's tables being the ones that are named."""
        return self.cluster.sql(f'SET search_path TO "{self.name}";\n{text}', user=user)

    def fails(self, outcome, status, *words):
        """One sentence or two on standard error that name the cause, and nobody's data."""
        self.assertEqual(outcome.returncode, status, f"{outcome.stdout[:300]}{outcome.stderr}")
        self.assertEqual(outcome.stdout, "")
        said = " ".join(outcome.stderr.split())
        self.assertRegex(said, r"^acquis: \S.{10,500}$")
        self.assertNotRegex(said, r"[\ufffd\x00-\x1f]")
        if "nothing was recorded" in said:
            self.assertNotIn("may be recorded", said)
            self.assertEqual(said.count("nothing was recorded"), 1, said)
        self.assertNotRegex(said, r"PostgresFailure|LogFailure|Fatal error|Optional\(")
        self.assertNotRegex(said, r"CONTEXT|PL/pgSQL|SQL statement|DETAIL|unnest\(")
        for word in words:
            self.assertIn(word.lower(), said.lower())
        self.no_secret(outcome)
        return said

    def no_secret(self, outcome):
        told = (outcome.stdout + outcome.stderr).lower()
        self.assertNotIn("secret", told)
        for password in self.cluster.secrets.values():
            self.assertNotIn(password, told)
