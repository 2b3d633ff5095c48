"""The servers that the other tests rest on: what they promise, without acquis."""

import os
import pathlib
import pwd
import subprocess
import sys
import unittest

import cluster as clusters
from cluster import Cluster, Failure, Untested, children, is_there, program

PROGRAM = pathlib.Path(clusters.__file__)


def setUpModule():
    try:
        program("postgres")
    except Untested as missing:
        print(f"\nNOT TESTED: {missing}", file=sys.stderr)
        raise unittest.SkipTest(str(missing)) from missing


class Clusters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster()
        cls.addClassCleanup(cls.cluster.close)

    def client(self, address, **environment):
        return subprocess.run(
            [program("psql"), "-XAtw", "-c", "SELECT current_user", address], capture_output=True,
            text=True, check=False, timeout=60,
            env={**os.environ, "PGPASSFILE": str(self.cluster.passwords), **environment})

    def test_the_server_is_not_root(self):
        owner = os.stat(f"/proc/{self.cluster.process.pid}").st_uid
        self.assertNotEqual(owner, 0)
        if os.geteuid() != 0:
            self.assertEqual(owner, os.geteuid())
        else:
            self.assertIn(pwd.getpwuid(owner).pw_name, ("postgres", "nobody"))

    def test_roles_come_in_by_their_password_alone(self):
        for role in clusters.ROLES:
            self.assertEqual(self.client(self.cluster.address(role)).stdout, f"{role}\n")
            self.assertEqual(
                self.client(self.cluster.address(role), PGPASSFILE="/nonexistent").returncode, 2)
        self.cluster.write_passwords(owner="wrong")
        self.addCleanup(self.cluster.write_passwords)
        outcome = self.client(self.cluster.address())
        self.assertIn("password authentication failed", outcome.stderr)
        # Nobody but who may enter the socket's folder is believed without one.
        self.assertEqual(self.client(self.cluster.address("admin")).returncode, 2)
        self.assertEqual(self.cluster.socket.stat().st_mode & 0o077, 0)

    def test_statements_and_what_they_fail_with(self):
        self.assertEqual(self.cluster.sql("SELECT 1, 'a'; SELECT 2"), "1|a\n2")
        self.assertEqual(self.cluster.sql("SELECT current_user", user="writer"), "writer")
        with self.assertRaisesRegex(Failure, "permission denied"):
            self.cluster.sql("CREATE SCHEMA x", user="writer")

    def test_a_connection_keeps_its_transaction(self):
        self.cluster.sql("CREATE TABLE kept (x integer)")
        connection = self.cluster.connection()
        connection.sql("BEGIN; INSERT INTO kept VALUES (1)")
        self.assertEqual(connection.sql("SELECT count(*) FROM kept"), "1")
        self.assertEqual(self.cluster.sql("SELECT count(*) FROM kept"), "0")
        connection.sql("ROLLBACK")
        with self.assertRaisesRegex(Failure, "nonsense"):
            connection.sql("SELECT nonsense")

    def test_a_server_killed_is_gone_with_its_processes_and_keeps_what_it_committed(self):
        self.cluster.sql("CREATE TABLE killed AS SELECT 7 AS x")
        process, port = self.cluster.process.pid, self.cluster.port
        started = children(process)
        self.assertGreater(len(started), 2)
        self.cluster.kill()
        self.assertEqual([one for one in (process, *started) if is_there(one)], [])
        self.assertEqual(self.client(self.cluster.address()).returncode, 2)
        self.cluster.start()
        self.assertEqual(self.cluster.port, port)
        self.assertEqual(self.cluster.sql("SELECT x FROM killed"), "7")

    def test_a_replica_follows_and_is_promoted(self):
        self.cluster.sql("CREATE TABLE followed (x integer)")
        replica = self.cluster.standby()
        self.addCleanup(replica.close)
        self.cluster.sql("INSERT INTO followed VALUES (1)")
        replica.follows(self.cluster)
        self.assertEqual(replica.sql("SELECT x FROM followed"), "1")
        with self.assertRaisesRegex(Failure, "read-only"):
            replica.sql("INSERT INTO followed VALUES (2)")
        replica.promote()
        replica.sql("INSERT INTO followed VALUES (2)")
        self.assertEqual(self.client(replica.address("writer")).stdout, "writer\n")


class Disks(unittest.TestCase):
    def test_a_small_disk_is_full_and_the_server_goes_on(self):
        try:
            cluster = Cluster.small_disk(80)
        except Untested as missing:
            print(f"\nNOT TESTED: {missing}", file=sys.stderr)
            self.skipTest(str(missing))
        self.addCleanup(cluster.close)
        with self.assertRaisesRegex(Failure, "could not extend file"):
            cluster.sql("CREATE TABLE big AS SELECT * FROM generate_series(1, 3000000)")
        self.assertEqual(cluster.sql("SELECT 1"), "1")
        folder = cluster.folder
        cluster.close()
        self.assertFalse(folder.exists())
        self.assertNotIn(str(folder), pathlib.Path("/proc/mounts").read_text())


class AsAProgram(unittest.TestCase):
    def ran(self, *words, **environment):
        return subprocess.run(
            [sys.executable, PROGRAM, "--no-sync", "--", *words], capture_output=True, text=True,
            timeout=120, check=False, env={**os.environ, **environment})

    def test_a_command_finds_the_server_and_its_status_is_told(self):
        ask = f'"{program("psql")}" -XAtw "$ACQUIS_TEST_POSTGRES" -c "SELECT 6 * 7"'
        outcome = self.ran("sh", "-c", f'{ask}; echo "$PGPASSFILE"; exit 7')
        self.assertEqual((outcome.returncode, outcome.stdout.splitlines()[0]), (7, "42"))
        self.assertFalse(pathlib.Path(outcome.stdout.splitlines()[1]).parent.exists())

    def test_without_a_server_it_says_that_nothing_was_tested(self):
        script = f"import sys; sys.path.insert(0, {str(PROGRAM.parent)!r}); import cluster;" \
                 "cluster.programs = lambda: None; sys.exit(cluster.main(['--', 'false']))"
        outcome = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False)
        self.assertEqual(outcome.returncode, 0, outcome.stderr)
        self.assertEqual(
            outcome.stdout, "NOT TESTED: false: there is no PostgreSQL server here\n")


if __name__ == "__main__":
    unittest.main()
