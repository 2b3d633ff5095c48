"""The auditor's own program on what acquis prints of a ledger on a server: its log, checkpoints and
proofs. The tests are those of `Tests/Auditor/test_with_acquis.py`.

Reads the program's path from $ACQUIS.
"""

import pathlib
import subprocess
import sys
import unittest

from shared import cluster, need_server, new_name

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "Auditor"))

import test_with_acquis  # noqa: E402

setUpModule = need_server


class OnServer(test_with_acquis.WithAcquis):
    # That one changes a copy of the file; here see test_tampering.py.
    test_a_log_rebuilt_with_one_fact_changed = None

    @classmethod
    def setUpClass(cls):
        cls.prefix = new_name()
        super().setUpClass()

    @classmethod
    def acquis(cls, *words, ledger=None):
        file = ledger or cls.ledger
        address = cluster().address(ledger=f"{cls.prefix}_{file.stem}")
        done = subprocess.run(
            [test_with_acquis.ACQUIS, *words, "--ledger", address, "--vault", str(file)],
            capture_output=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


if __name__ == "__main__":
    unittest.main()
