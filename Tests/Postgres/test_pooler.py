"""PgBouncer between the program and its server: in session mode all works, in another it is refused.

Reads the program's path from $ACQUIS.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import unittest

from cluster import DATABASE, LIMIT, account, free_port, until
from shared import Shared, need_server, new_id  # Makes the next modules known.
from following import Follower
from trials import enrolment, person, run

POOLER = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")


def setUpModule():
    if not POOLER:
        print("\nNOT TESTED: there is no PgBouncer here", file=sys.stderr)
        raise unittest.SkipTest("no PgBouncer")
    need_server()


class Pooled(Follower, Shared):
    def pooler(self, mode):
        """The port of a pooler in a mode, which ends with the test."""
        folder = self.folder / mode
        folder.mkdir()
        port = free_port()
        (folder / "users").write_text("".join(
            f'"{role}" "{word}"\n' for role, word in self.cluster.secrets.items()))
        (folder / "ini").write_text(
            f"[databases]\n{DATABASE} = host=127.0.0.1 port={self.cluster.port}\n"
            f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\n"
            f"auth_type = plain\nauth_file = {folder}/users\npool_mode = {mode}\n")
        # PgBouncer does not run as root either.
        user = account()
        rights = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        if user:
            os.chmod(self.folder, 0o711)
            for place in (folder, *folder.iterdir()):
                os.chown(place, user.pw_uid, user.pw_gid)
        process = subprocess.Popen(
            [POOLER, "-q", str(folder / "ini")], cwd="/", stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **rights)
        self.addCleanup(process.wait, LIMIT)
        self.addCleanup(process.kill)
        until(lambda: process.poll() is not None or self.listens(port), "the pooler listens")
        self.assertIsNone(process.poll(), "the pooler ended")
        return port

    def listens(self, port):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), LIMIT).close()
            return True
        return False

    def through(self, port):
        return self.cluster.address("owner", port=port, ledger=self.name)

    def test_in_session_mode_everything_works(self):
        server, self.ledger = self.ledger, self.through(self.pooler("session"))
        self.done("init")
        self.imported(*person(1))
        _, lines = self.follow("--type", "CandidateEnrolled")
        self.assertIn('"D1"', self.told(lines, 1))
        self.imported(enrolment(2))
        self.assertIn('"D2"', self.told(lines, 1))
        self.done("vault", "verify")
        self.done("audit", "verify")
        self.assertEqual(self.done("log"), self.done("log", ledger=server))

    def test_another_mode_is_refused(self):
        self.done("init")
        before = self.done("log")
        for mode in ("transaction", "statement"):
            ledger = self.through(self.pooler(mode))
            for asked in (("log",), ("audit", "verify"),
                          ("record", "CandidateEnrolled", "--on", "2021-01-11", "--by", "clerk:1",
                           "candidacy=D1", "candidate=P1", "certification=3474",
                           "pathway=continuingTraining", "public=employee", "--id", new_id())):
                with self.subTest(mode=mode, asked=asked[0]):
                    outcome = run(ledger, *asked)
                    self.fails(outcome, 3, "PgBouncer", "pool_mode = session")
            with self.subTest(mode=mode):
                outcome = run(ledger.replace(self.name, f"{self.name}_other"), "init")
                self.fails(outcome, 3, "PgBouncer", "pool_mode = session")
        self.assertEqual(self.done("log"), before)


if __name__ == "__main__":
    unittest.main()
