"""Persons' keys in a schema of a role of its own, on the server; what seals them stays elsewhere.

Reads the program's path from $ACQUIS.
"""

import os
import pathlib
import shutil
import subprocess
import unittest

from cluster import Failure, program
from shared import Shared, grant, need_server, vault_files
from trials import person, run, withdrawal

setUpModule = need_server


class Vaults(Shared):
    def setUp(self):
        super().setUp()
        self.vault = ("--vault", self.address("keeper"))
        self.tell("init")
        self.tell("import", self.write(*person(1), *person(2), withdrawal(1)))

    def tell(self, *asked, **options):
        return self.done(*asked, *self.vault, **options)

    def rows(self, table, column="*"):
        return self.cluster.sql(f'SELECT {column} FROM "{self.name}-vault".{table}')

    def tables(self):
        return self.cluster.sql(
            f"SELECT tablename FROM pg_tables WHERE schemaname = '{self.name}-vault'").splitlines()

    def elsewhere(self, *suffixes):
        """Until the test ends, another machine: with these files of this one, and no other."""
        home = os.environ["XDG_DATA_HOME"]
        here = vault_files(self.name)
        os.environ["XDG_DATA_HOME"] = str(self.folder / "home")
        self.addCleanup(os.environ.__setitem__, "XDG_DATA_HOME", home)
        there = vault_files(self.name)
        there.parent.mkdir(parents=True)
        for suffix in suffixes:
            shutil.copy(f"{here}{suffix}", f"{there}{suffix}")
        return home

    def test_names_and_what_is_where(self):
        self.assertIn("nomsecret1x", self.tell("people", "--names").lower())
        self.tell("vault", "verify")
        files = pathlib.Path(vault_files(self.name))
        self.assertTrue(pathlib.Path(f"{files}.master").exists())
        self.assertFalse(pathlib.Path(f"{files}.vault").exists())
        self.assertEqual(pathlib.Path(f"{files}.master").stat().st_mode & 0o077, 0)

    def test_only_its_own_role_reads_it(self):
        grant(self.name)
        self.assertTrue(self.tables())
        for role in ("owner", "writer", "reader"):
            for table in self.tables():
                with self.subTest(role=role, table=table):
                    with self.assertRaisesRegex(Failure, "permission denied"):
                        self.cluster.sql(f'SELECT * FROM "{self.name}-vault".{table}', user=role)
                    with self.assertRaisesRegex(Failure, "permission denied"):
                        self.cluster.sql(f'DELETE FROM "{self.name}-vault".{table}', user=role)

    def test_the_server_holds_nothing_that_opens_it(self):
        dump = subprocess.run(
            [program("pg_dump"), "-h", str(self.cluster.socket), "-p", str(self.cluster.port), "-U",
             "admin", "acquis"], capture_output=True, text=True, check=True).stdout.lower()
        self.assertIn(f"{self.name}-vault", dump)
        master = pathlib.Path(f"{vault_files(self.name)}.master").read_text().strip()
        for text in (master, "Nomsecret1x", "motifsecret", "Prénomsecret"):
            self.assertNotIn(text.lower(), dump)
            self.assertNotIn(text.encode().hex(), dump)

    def test_a_machine_without_the_master_key_answers_in_ids(self):
        self.elsewhere()
        told = run(self.ledger, "people", *self.vault)
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn("P1", told.stdout)
        self.no_secret(told)

    def test_a_machine_with_the_master_key_names_and_seals(self):
        home = self.elsewhere(".master")
        self.assertIn("nomsecret1x", self.tell("people", "--names").lower())
        self.tell("import", self.write(*person(3)))
        os.environ["XDG_DATA_HOME"] = home
        self.assertIn("nomsecret3x", self.tell("people", "--names").lower())
        self.tell("vault", "verify")

    def test_a_new_master_key_shuts_out_a_machine_with_the_old_one(self):
        home = self.elsewhere(".master")
        os.environ["XDG_DATA_HOME"], other = home, os.environ["XDG_DATA_HOME"]
        self.tell("vault", "rotate")
        self.assertIn("nomsecret1x", self.tell("people", "--names").lower())
        self.tell("vault", "verify")
        os.environ["XDG_DATA_HOME"] = other
        self.no_secret(run(self.ledger, "people", *self.vault))
        self.fails(run(self.ledger, "people", "--name", "nomsecret", *self.vault), 3)
        self.fails(run(self.ledger, "import", self.write(*person(4)), *self.vault), 3)
        self.assertEqual(len(self.log()), 7)

    def test_who_is_erased_has_no_key_left(self):
        table = next(name for name in self.tables() if "key" in name)
        before = int(self.rows(table, "count(*)"))
        self.tell("erase", "P1", "--reason", "demande", "--by", "clerk:9", "--yes")
        self.assertLess(int(self.rows(table, "count(*)")), before)
        told = self.tell("people", "--names").lower()
        self.assertNotIn("nomsecret1x", told)
        self.assertIn("nomsecret2x", told)
        for asked in (("vault", "verify"), ("audit", "verify")):
            self.tell(*asked)
        # And none comes back for who is erased.
        again = run(self.ledger, "import", self.write(withdrawal(1)), *self.vault)
        self.assertNotEqual(again.returncode, 0)
        self.no_secret(again)

    def test_without_its_server_or_its_password(self):
        self.cluster.write_passwords(keeper="wrong")
        self.addCleanup(self.cluster.write_passwords)
        self.fails(run(self.ledger, "import", self.write(*person(5)), *self.vault), 3, "password")
        outcome = run(self.ledger, "status", "D1", *self.vault)
        self.no_secret(outcome)
        self.assertIn(outcome.returncode, (0, 3))
        self.assertEqual(len(self.log()), 7)

    def test_a_backup_has_the_keys_too(self):
        copies = self.folder / "copies"
        self.tell("backup", str(copies), "--with-master")
        self.assertEqual(sorted(path.name.split("-")[0] for path in copies.iterdir()),
                         ["log", "master", "vault"])


if __name__ == "__main__":
    unittest.main()
