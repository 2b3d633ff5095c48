"""The commands of the tours print on a server what the documents show.

Every ledger `X.ledger` of a document is one on the server, and its keys are files of that name in
the document's folder. What `Tests/Acceptance/documents.py` lets differ may differ here too.

Reads the program's path from $ACQUIS.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import tempfile
import unittest

from shared import cluster, need_server, new_name
from documents import ROOT, Values, blocks, commands
import test_documents

setUpModule = need_server

DOCUMENTS = ("Sources/acquis/README.md", "Sources/acquis/LISEZMOI.md", "README.md",
             "Sources/AcquisLedger/README.md", "Sources/Vault/README.md",
             "Tests/Auditor/README.md", "Sources/acquis/Serve/README.md",
             "Sources/acquis/Pages/README.md")

# What is about the one file of a ledger, or about the file system: there is none here.
OF_THE_FILE = re.compile(r"^ls |(?<!-)\bbackup\b|\bbench\b")

# The program, told where each ledger is instead of its file.
PROGRAM = """#!/bin/sh
place=${{ACQUIS_LEDGER:-acquis.ledger}}
count=$#
while [ "$count" -gt 0 ]; do
  if [ "$1" = --ledger ]; then
    place=$2
    shift 2
    count=$((count - 2))
  else
    set -- "$@" "$1"
    shift
    count=$((count - 1))
  fi
done
name=${{place%.ledger}}
ACQUIS_LEDGER="{address}$name" ACQUIS_VAULT="$place" exec "{program}" "$@"
"""


class Session(test_documents.Session):
    """A shell in which ledgers are on the server; their addresses are printed as files' names."""

    def __init__(self, folder):
        super().__init__(folder)
        self.address = cluster().address(ledger=f"{new_name()}_")
        acquis = folder / "bin" / "acquis"
        acquis.unlink()
        acquis.write_text(PROGRAM.format(address=self.address, program=test_documents.ACQUIS))
        acquis.chmod(0o755)
        self.environment["ACQUIS"] = str(acquis)

    def run(self, text):
        """A command's status, its lines, and whether a line had an address."""
        status, lines = super().run(text)
        # A demonstration elsewhere than at the usual place names it in each example.
        shown = [re.sub(rf"'?{re.escape(self.address)}(\w+)'?", r"\1.ledger", line).replace(
            " --ledger acquis.ledger", "") for line in lines]
        return status, shown, shown != lines


def asked(path):
    return [command for block in blocks(path.read_text()) if block.language == "console"
            for command in commands(block)]


class Tours(unittest.TestCase):
    maxDiff = None

    def test_every_command_prints_what_is_shown(self):
        listed = {path: asked(ROOT / path) for path in DOCUMENTS}
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for path, outcomes in zip(listed, pool.map(self.outcomes, listed.values())):
                self.check(path, listed[path], outcomes)

    def outcomes(self, listed):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-tour-"))
        try:
            session, found = Session(folder), []
            for command in listed:
                found.append(session.run(command.text))
                if command is listed[0] and len(found[0][1]) != len(command.shown):
                    break  # there is no ledger: some commands would wait for what never comes
            return found
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def check(self, path, listed, outcomes):
        values, compared = Values(), 0
        for command, (status, printed, is_placed) in zip(listed, outcomes):
            if OF_THE_FILE.search(command.text):
                continue
            compared += 1
            with self.subTest(document=path, line=command.line, command=command.text):
                if not self.alike(values, command, printed, is_placed):
                    self.assertEqual("\n".join(command.shown), "\n".join(printed))
                    self.fail("a value that is shown twice was printed differently")
                if not command.figures:
                    self.assertEqual(status, command.status, "\n".join(printed))
        self.assertGreater(compared, len(listed) * 2 // 3)

    def alike(self, values, command, printed, is_placed):
        if is_placed:  # lines end elsewhere, and columns are wider
            pair = (" ".join(" ".join(lines).split()) for lines in (command.shown, printed))
            return values.alike(*pair, command.figures)
        return len(command.shown) == len(printed) and all(
            values.alike(*pair, command.figures) for pair in zip(command.shown, printed))


if __name__ == "__main__":
    unittest.main()
