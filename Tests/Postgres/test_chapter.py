"""What the chapter for those who operate a server has them run: the roles and their rights, and what each may then do.

Reads the program's path from $ACQUIS.
"""

import os
import pathlib
import re
import subprocess

from cluster import DATABASE
from shared import Shared, cluster, need_server
from trials import person

setUpModule = need_server

CHAPTER = pathlib.Path(__file__).resolve().parents[2] / "Sources/PostgresLog/README.md"
# The cluster of the tests has roles of these names.
ROLES = {"owner": "the_owner", "clerk": "the_clerk", "reader": "the_reader", "keeper": "the_keeper"}
PASSWORDS = {"owner": "one", "clerk": "two", "reader": "three", "keeper": "four"}


def blocks():
    """The chapter's SQL, with roles of its own."""
    text = CHAPTER.read_text(encoding="utf-8")
    for block in re.findall(r"^```sql\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield re.sub(r"\b(owner|clerk|reader|keeper)\b", lambda found: ROLES[found[0]], block)


class Chapter(Shared):
    def acquis(self, role, *words, status=0):
        address = (f"postgres://{ROLES[role]}@127.0.0.1:{cluster().port}/{DATABASE}"
                   f"?ledger=centre")
        done = subprocess.run(
            [os.environ["ACQUIS"], *words, "--ledger", address,
             "--vault", str(self.folder / "centre.vault")],
            env={**os.environ, "PGPASSWORD": PASSWORDS[role]}, capture_output=True, text=True,
            check=False)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stdout + done.stderr

    def test_roles_and_rights(self):
        roles, rights = blocks()
        cluster().sql(roles, database=DATABASE)
        self.acquis("owner", "init")
        self.assertIn("does not permit", self.acquis("clerk", "audit", "verify", status=3))
        cluster().sql(rights, database=DATABASE)
        lines = self.write(*person(1))
        self.acquis("clerk", "import", lines)
        self.acquis("clerk", "candidates")
        self.acquis("reader", "audit", "verify")
        self.acquis("reader", "candidates")
        self.acquis("reader", "import", self.write(*person(2)), status=3)
        elsewhere = self.folder / "elsewhere.ledger"
        for role in ("reader", "clerk"):
            self.acquis(role, "move", str(elsewhere), status=3)
            self.assertFalse(elsewhere.exists())
        self.acquis("owner", "move", str(elsewhere))
        self.assertIn("was moved", self.acquis("clerk", "import", lines, status=3))
