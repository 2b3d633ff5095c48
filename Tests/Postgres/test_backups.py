"""Copies of a ledger on a server: by `backup`, as files, and by PostgreSQL's own dump; and where the
keys of several are.

Reads the program's path from $ACQUIS.
"""

import json
import os
import pathlib
import shutil
import subprocess
import unittest

from cluster import Cluster, program
from shared import NUMBERS, Shared, need_server, vault_files
from trials import person, run

setUpModule = need_server


class Backups(Shared):
    def facts(self, ledger):
        return [self.done(*asked, ledger=ledger) for asked in (
            ("log",), ("log", "--root", "--json"), ("replay", "--digest"),
            ("candidates", "--on", "2026-06-30", "--json"))]

    def setUp(self):
        super().setUp()
        self.done("demo", "--events", "300")
        self.note = self.folder / "note"
        self.note.write_text(self.done("audit", "checkpoint"))
        self.before = self.facts(self.ledger)

    def backed_up(self, *words):
        """The files of a copy, put together in a folder; the ledger in it."""
        copies, back = (self.folder / f"{name}{next(NUMBERS)}" for name in ("copies", "back"))
        back.mkdir()
        told = json.loads(self.done("backup", str(copies), "--with-master", "--json", *words))
        for part in ("log", "vault", "master"):
            for file in pathlib.Path(told[part]).iterdir():
                if file.name != "README.txt":
                    shutil.copy(file, back)
        ledger, = [file for file in back.iterdir() if "." not in file.name.removesuffix(".ledger")]
        return ledger

    def is_the_same(self, ledger, *words):
        self.assertEqual(self.facts(ledger), self.before)
        self.assertEqual(
            self.done("people", "--names", *words, ledger=ledger),
            self.done("people", "--names"))
        for asked in (("audit", "verify"), ("audit", "check", "--against", str(self.note))):
            self.done(*asked, ledger=ledger)

    def test_a_copy_is_a_ledger_in_files(self):
        ledger = self.backed_up()
        self.is_the_same(ledger)
        self.done("vault", "verify", ledger=ledger)

    def test_a_copy_whose_vault_was_on_the_server(self):
        self.name += "_vaulted"
        self.ledger = self.address()
        vault = ("--vault", self.address("keeper"))
        self.done("init", *vault)
        self.done("import", self.write(*person(1)), *vault)
        ledger = self.backed_up(*vault)
        self.assertIn("nomsecret1x", self.done("people", "--names", ledger=ledger).lower())
        for asked in ("audit", "vault"):
            self.done(asked, "verify", ledger=ledger)

    def test_a_dump_is_the_ledger(self):
        """With every guard: `audit verify` compares them."""
        other = f"dumped{next(NUMBERS)}"
        place = ["-h", str(self.cluster.socket), "-p", str(self.cluster.port), "-U", "admin"]
        dump = subprocess.run([program("pg_dump"), *place, "-n", self.name, "acquis"],
                              capture_output=True, text=True, check=True).stdout
        self.cluster.database(other)
        self.cluster.sql(dump, database=other)
        ledger = self.address(database=other)
        self.assertEqual(self.facts(ledger), self.before)
        self.done("audit", "verify", ledger=ledger)
        self.done("audit", "check", "--against", str(self.note), ledger=ledger)
        # It goes on from there, with the keys, which no dump has.
        outcome = run(ledger, "import", self.write(*person(2)))
        self.fails(outcome, 3, ".vault")
        there = vault_files(self.name, database=other)
        there.parent.mkdir(parents=True, exist_ok=True)
        for file in vault_files(self.name).parent.glob(f"{self.name}.*"):
            shutil.copy(file, there.parent)
        self.imported(*person(1), ledger=ledger)
        self.done("audit", "verify", ledger=ledger)


class Places(Shared):
    """Where the keys of a ledger are, if nothing says it."""

    def made(self, ledger):
        """The place of the master key of a new ledger."""
        home = pathlib.Path(os.environ["XDG_DATA_HOME"])
        before = set(home.rglob("*.master"))
        self.done("init", ledger=ledger)
        place, = set(home.rglob("*.master")) - before
        return place

    def test_ledgers_of_one_name_on_two_servers_named_in_the_parameters(self):
        """They share no key: the second finds none where the first put its own."""
        own = Cluster(sync=False, secrets=self.cluster.secrets)
        self.addCleanup(own.close)
        places = [self.made(f"postgres:///acquis?user=owner&host=127.0.0.1&port={each.port}"
                            f"&ledger={self.name}") for each in (self.cluster, own)]
        self.assertNotEqual(*places)

    def test_a_port_that_is_not_named_is_the_one_that_is_used(self):
        os.environ["PGPORT"] = str(self.cluster.port)
        self.addCleanup(os.environ.pop, "PGPORT")
        self.made(self.ledger)
        unnamed = self.ledger.replace(f":{self.cluster.port}", "")
        self.imported(*person(1), ledger=unnamed)
        self.assertIn("nomsecret1x", self.done("people", "--names", ledger=unnamed).lower())
        self.assertIn("nomsecret1x", self.done("people", "--names").lower())


if __name__ == "__main__":
    unittest.main()
