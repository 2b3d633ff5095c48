#!/usr/bin/env python3
"""Puts every question of scenario files to the command line and compares the answers.

    scenarios.py [--ledgers PLACE] [--every N] [--jobs N] ACQUIS FOLDER...

A scenario is a history to import into a new ledger and questions with their expected answers, put
in order: `status`; `record`, accepted or refused by rules; `findings`. Where the expectation of a
`record` or `findings` question says `only`, no other rule may be named; `waived` lists the rules that
must be told as waived, `absent` those that must not be told at all, `at` pairs of the index of an
imported event and a rule that must be found on it.

A FOLDER may also be a file. Each scenario has a ledger of its own: a file, or PLACE, where `{}`
stands for a name that no other has (`postgres://owner@127.0.0.1:5432/acquis?ledger={}`). With
`--every N` one file in N is run, and the last line says so.
"""

import argparse
import concurrent.futures
import json
import os
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
    def __init__(self, acquis, path, folder, ledger=None):
        self.acquis, self.path, self.folder = acquis, path, pathlib.Path(folder)
        self.ledger = ledger or str(self.folder / "scenario.ledger")
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
        lines = self.folder / "history.jsonl"
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
        """The differences found."""
        if "status" in question:
            return self.ask_status(question)
        if "record" in question:
            return self.ask_record(question)
        if "findings" in question:
            return self.ask_findings(question)
        return [f"a question of no kind: {', '.join(question)}"]

    def question(self, question, *words):
        words = [*words, "--json"]
        if "on" in question:
            words += ["--on", question["on"]]
        if "knownAfter" in question:
            words += ["--known", str(self.first + question["knownAfter"])]
        return self.run(*words)

    def ask_status(self, question):
        outcome = self.question(question, "status", question["status"])
        if outcome.returncode:
            return [f"exit {outcome.returncode}: {outcome.stderr.strip()}"]
        return differences(question["expect"], json.loads(outcome.stdout))

    def ask_record(self, question):
        line = self.folder / "command.jsonl"
        line.write_text(json.dumps(question["record"], ensure_ascii=False) + "\n", encoding="utf-8")
        outcome = self.run("record", "--file", str(line), "--json")
        expected = question["expect"]
        if expected.get("accepted"):
            return [] if outcome.returncode == 0 else [
                f"not accepted, exit {outcome.returncode}: {outcome.stdout}{outcome.stderr.strip()}"]
        if outcome.returncode != 1:
            return [f"not refused, exit {outcome.returncode}: {outcome.stderr.strip()}"]
        rules = {refusal["rule"] for refusal in json.loads(outcome.stdout)["refused"]}
        return wrong_rules(set(expected["refused"]), rules, expected.get("only"))

    def ask_findings(self, question):
        outcome = self.question(question, "findings")
        if outcome.returncode:
            return [f"exit {outcome.returncode}: {outcome.stderr.strip()}"]
        findings = json.loads(outcome.stdout)
        told = {finding["rule"] for finding in findings if not finding["waived"]}
        waived = {finding["rule"] for finding in findings if finding["waived"]}
        only = question.get("only")
        found = wrong_rules(set(question["findings"]), told, only)
        found += wrong_rules(set(question.get("waived", [])), waived, only)
        found += [f"{rule} told" for rule in question.get("absent", []) if rule in told | waived]
        places = {(finding["position"], finding["rule"]) for finding in findings}
        found += [f"{rule} not found on event {index}" for index, rule in question.get("at", [])
                  if (self.first + index, rule) not in places]
        return found


def wrong_rules(expected, rules, only):
    """The rules expected and not named; with `only`, those named and not expected too."""
    found = [f"{rule} not named" for rule in sorted(expected - rules)]
    return found + ([f"{rule} named" for rule in sorted(rules - expected)] if only else [])


def files(folders, every=1):
    """The files of scenarios, in order; of each folder one in so many."""
    found = []
    for folder in map(pathlib.Path, folders):
        found += sorted(folder.glob("*.json")) if folder.is_dir() else [folder]
    return found[::every]


def played(acquis, path, ledger=None):
    """How many questions of a scenario passed, and what is wrong with each that did not."""
    with tempfile.TemporaryDirectory() as temporary:
        scenario = Scenario(acquis, path, temporary, ledger)
        problem = scenario.prepare()
        if problem:
            return 0, [f"{path.name}: {problem.strip()}"]
        asked = [scenario.ask(question) for question in scenario.content["ask"]]
    return asked.count([]), [
        f"{path.name}, question {index}: {'; '.join(found)}"
        for index, found in enumerate(asked, 1) if found]


def main(acquis, folders, ledgers=None, every=1, jobs=1):
    passed = failed = 0
    paths = files(folders, every)
    named = [ledgers and ledgers.replace("{}", f"s{os.getpid()}_{number}")
             for number in range(len(paths))]
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for right, wrong in pool.map(lambda pair: played(acquis, *pair), zip(paths, named)):
            passed, failed = passed + right, failed + len(wrong)
            for text in wrong:
                print(text)
    left_out = f" (one file in {every}: {len(paths)} of {len(files(folders))})" if every > 1 else ""
    print(f"{passed} passed, {failed} failed{left_out}")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledgers", metavar="PLACE")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("acquis")
    parser.add_argument("folders", nargs="+")
    asked = parser.parse_args()
    sys.exit(main(asked.acquis, asked.folders, asked.ledgers, asked.every, asked.jobs))
