"""The run of all acceptance files notices what ran no test, did not end, or is not there."""

import importlib.util
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

RUN = pathlib.Path(__file__).resolve().parent / "run.py"
PASSES = "import unittest\nclass A(unittest.TestCase):\n    def test_a(self):\n        pass\n"


def loaded(path):
    spec = importlib.util.spec_from_file_location("run_of_files", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Runs(unittest.TestCase):
    def setUp(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.folder = folder / "Tests" / "Acceptance"
        self.folder.mkdir(parents=True)
        shutil.copy(RUN, self.folder)
        for name in loaded(RUN).LONGEST:
            self.write(name, PASSES)

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def outcome(self):
        return subprocess.run(
            [sys.executable, self.folder / "run.py"], capture_output=True, text=True, timeout=120,
            check=False)

    def fails(self, reason):
        outcome = self.outcome()
        self.assertEqual(outcome.returncode, 1, outcome.stdout)
        self.assertIn(reason, outcome.stdout + outcome.stderr)

    def test_files_that_pass(self):
        outcome = self.outcome()
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        self.assertIn("4 of 4 files passed", outcome.stdout)

    def test_what_was_not_tested_is_repeated_at_the_end(self):
        self.write("test_z.py", PASSES.replace("pass", "print('NOT TESTED, for want of a moon')"))
        outcome = self.outcome()
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        self.assertEqual(
            outcome.stdout.splitlines()[-2:],
            ["test_z.py: NOT TESTED, for want of a moon", "5 of 5 files passed"])

    def test_a_test_that_fails(self):
        self.write("test_z.py", PASSES.replace("pass", "self.fail('x')"))
        self.fails("test_z.py: status 1\n4 of 5 files passed")

    def test_a_file_in_which_no_test_runs(self):
        self.write("test_z.py", PASSES.replace("test_a", "trial_a"))
        self.fails("test_z.py: no test in it was run\n4 of 5 files passed")
        self.write("test_z.py", "import os\nos._exit(0)\n")
        self.fails("test_z.py: no test in it was run")

    def test_a_file_that_does_not_end(self):
        self.write(
            "test_z.py", "import threading\nprint('begun', flush=True)\nthreading.Event().wait()\n")
        module = loaded(self.folder / "run.py")
        output, _, fault = module.run(self.folder / "test_z.py", limit=3)
        self.assertEqual((output.strip(), fault), ("begun", "not ended after 3 s"))
        self.assertEqual(module.LIMIT, 3600)

    def test_a_file_that_is_not_there(self):
        (self.folder / loaded(RUN).LONGEST[0]).unlink()
        self.fails(f"not there: {loaded(RUN).LONGEST[0]}")


if __name__ == "__main__":
    unittest.main()
