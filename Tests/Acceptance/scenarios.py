#!/usr/bin/env python3
"""Puts every question of scenario files to the command line and compares the answers.

    scenarios.py ACQUIS FOLDER...

A scenario is a history to import into a new ledger and questions with their expected answers. The
questions `record` and `findings` belong to the rules, which this program does not have yet: they are
counted as skipped, out loud.
"""

import json
import pathlib
import subprocess
import sys
import tempfile


def differences(expected, answer, path=""):
    """The fields of `expected` that `answer` does not give; blocks are compared by code and state."""
    if expected is None or answer is None:
        return [] if expected == answer else [f"{path or 'answer'}: {answer!r}, not {expected!r}"]
    found = []
    for name, value in expected.items():
        got = answer.get(name)
        if name == "blocks":
            states = {block["code"]: block["state"] for block in got}
            for code, state in value.items():
                if states.get(code) != state:
                    found.append(f"block {code}: {states.get(code)}, not {state}")
        elif isinstance(value, dict):
            found += differences(value, got, f"{path}{name}.")
        elif got != value:
            found.append(f"{path}{name}: {got!r}, not {value!r}")
    return found


class Scenario:
    def __init__(self, acquis, path, folder):
        self.acquis, self.path = acquis, path
        self.ledger = str(pathlib.Path(folder) / "scenario.ledger")
        self.content = json.loads(path.read_text(encoding="utf-8"))
        self.positions = []

    def run(self, *words):
        return subprocess.run(
            [self.acquis, *words, "--ledger", self.ledger],
            capture_output=True, text=True, timeout=60, check=False)

    def prepare(self):
        outcome = self.run("init")
        if outcome.returncode:
            return outcome.stderr
        lines = pathlib.Path(self.ledger).with_name("history.jsonl")
        events = self.content["import"]
        lines.write_text(
            "".join(json.dumps(event, ensure_ascii=False) + "\n" for event in events),
            encoding="utf-8")
        if not events:
            return None
        outcome = self.run("import", str(lines), "--json")
        if outcome.returncode:
            return outcome.stderr
        self.first = json.loads(outcome.stdout)["first"]
        return None

    def ask(self, question):
        """The differences found, or None for a question of another kind."""
        if "status" not in question:
            return None
        words = ["status", question["status"], "--json"]
        if "on" in question:
            words += ["--on", question["on"]]
        if "knownAfter" in question:
            words += ["--known", str(self.first + question["knownAfter"])]
        outcome = self.run(*words)
        if outcome.returncode:
            return [f"exit {outcome.returncode}: {outcome.stderr.strip()}"]
        return differences(question["expect"], json.loads(outcome.stdout))


def main(acquis, folders):
    passed = failed = skipped = 0
    for folder in folders:
        for path in sorted(pathlib.Path(folder).glob("*.json")):
            with tempfile.TemporaryDirectory() as temporary:
                scenario = Scenario(acquis, path, temporary)
                problem = scenario.prepare()
                if problem:
                    failed += 1
                    print(f"{path.name}: {problem.strip()}")
                    continue
                for index, question in enumerate(scenario.content["ask"]):
                    found = scenario.ask(question)
                    if found is None:
                        skipped += 1
                    elif found:
                        failed += 1
                        print(f"{path.name}, question {index + 1}: {'; '.join(found)}")
                    else:
                        passed += 1
    if skipped:
        print(f"skipped: {skipped} questions about rules (record, findings)")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
