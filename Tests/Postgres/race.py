#!/usr/bin/env python3
"""Sixteen writers in four processes record on one ledger of a server, each process through commands
and through a server of pages of its own; with `--kill`, commands are killed at random. Afterwards
what was acknowledged must be there, once, at its position, and nothing may be half there.

Prints figures, and as its last line `N passed, N failed`; ends with 1 where anything failed. Uses
the server of $ACQUIS_TEST_POSTGRES (see cluster.py), else makes one. Reads the program's path from
$ACQUIS.
"""

import argparse
import collections
import json
import multiprocessing
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from cluster import Untested
from shared import cluster, new_id, new_name
from served import Served, granted, posted
from trials import enrolment, registration, run, words

PROCESSES = 4


class Writer:
    """Records facts of its own for a time, and notes what it asks and what is acknowledged."""

    def __init__(self, race, process, thread):
        self.race, self.key = race, f"{process}x{thread}"
        self.dice = random.Random(f"{race.seed} {self.key}")
        self.notes = race.folder / f"notes-{self.key}.jsonl"
        self.record = KINDS[thread % len(KINDS)]

    def work(self, server):
        self.server = server
        with open(self.notes, "w", encoding="utf-8") as self.file:
            turn = 0
            while time.monotonic() < self.race.end:
                turn += 1
                try:
                    self.one(turn)
                except Exception as failure:  # A writer that ended must not pass for an idle one.
                    self.note(fault=f"{self.key}, {turn}: {failure!r}")

    def note(self, **what):
        self.file.write(json.dumps(what) + "\n")
        self.file.flush()

    def one(self, turn):
        """Asks until it is acknowledged, or leaves it to the end; some are asked twice."""
        facts = self.facts(f"{self.key}x{turn}")
        self.note(asked=facts, by=self.record.__name__)
        for _ in range(self.dice.choice((1, 2, 2, 4))):
            first = self.record(self, facts)
            if first is not None:
                self.note(id=facts[0]["id"], first=first)
                if self.dice.random() < 0.8:
                    return

    def facts(self, key):
        if self.record is single:
            facts = [enrolment(key)]
        elif self.record is batch:
            facts = [enrolment(f"{key}x{part}") for part in range(20)]
        else:
            facts = [registration(key), enrolment(key)]
        return [{**fact, "id": new_id(self.dice)} for fact in facts]

    def run(self, *asked):
        """The position that a command acknowledges; None where it was killed or failed with 3."""
        process = subprocess.Popen(words(self.race.ledger, *asked, "--json"), text=True,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        is_killed = self.race.kills and self.dice.random() < 0.5
        try:
            told, said = process.communicate(
                timeout=self.dice.expovariate(1 / 0.1) if is_killed else 120)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            self.note(killed=1)
            return None
        if process.returncode == 0:
            return json.loads(told)["first"]
        self.note(**{"busy" if process.returncode == 3 else "fault": said.strip()[:300]})
        return None

    def given(self, facts):
        file = self.race.folder / f"facts-{self.key}.jsonl"
        file.write_text("".join(json.dumps(fact) + "\n" for fact in facts))
        return str(file)


def single(writer, facts):
    fact, = facts
    fields = [f"{name}={value}" for name, value in fact["data"].items()]
    return writer.run("record", fact["type"], "--on", fact["occurredOn"], "--by",
                      fact["recordedBy"], "--id", fact["id"], *fields)


def filed(writer, facts):
    return writer.run("record", "--file", writer.given(facts))


def batch(writer, facts):
    return writer.run("import", writer.given(facts))


def served(writer, facts):
    answer = writer.server.ask("POST", "/api/v1/record", writer.race.token, [
        {**posted(fact), "id": fact["id"]} for fact in facts])
    if answer.status != 200:
        busy = answer.status in (500, 503)
        writer.note(**{"busy" if busy else "fault": f"{answer.status} {answer.text[:300]}"})
        return None
    return answer.json["first"]


KINDS = (single, filed, batch, served)


class Race:
    def __init__(self, folder, ledger, asked):
        self.folder, self.ledger = folder, ledger
        self.seed, self.kills, self.seconds = asked.seed, asked.kill, asked.seconds
        self.passed, self.failures = 0, []
        self.done("init")
        self.token = granted(ledger, "clerk:1", "administrator")

    def check(self, is_so, what):
        if is_so:
            self.passed += 1
        else:
            self.failures.append(what)
        return is_so

    def done(self, *asked):
        outcome = run(self.ledger, *asked)
        said = f"{' '.join(asked[:2])}: {outcome.returncode} {outcome.stderr.strip()[:300]}"
        return outcome.stdout if self.check(outcome.returncode == 0, said) else ""

    def rage(self):
        self.end = time.monotonic() + self.seconds
        started = [multiprocessing.get_context("fork").Process(target=self.process, args=(number,))
                   for number in range(PROCESSES)]
        for process in started:
            process.start()
        for process in started:
            process.join()
            self.check(process.exitcode == 0, f"a process of writers ended with {process.exitcode}")

    def process(self, number):
        server = Served(self.ledger)
        try:
            threads = [threading.Thread(target=Writer(self, number, thread).work, args=(server,))
                       for thread in range(len(KINDS))]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            server.end()

    # What must hold afterwards

    def read(self):
        self.asked, self.acknowledged, self.counts = {}, {}, collections.Counter()
        for file in sorted(self.folder.glob("notes-*.jsonl")):
            for line in file.read_text().splitlines():
                note = json.loads(line)
                if "asked" in note:
                    self.asked[note["asked"][0]["id"]] = note["asked"]
                    self.counts[note["by"]] += 1
                elif "first" in note:
                    known = self.acknowledged.setdefault(note["id"], note["first"])
                    self.check(known == note["first"], f"{note['id']} at {known}, then {note}")
                elif "fault" in note:
                    self.failures.append(f"in the race: {note['fault']}")
                else:
                    self.counts[next(iter(note))] += 1

    def after(self):
        self.read()
        self.check(len(self.acknowledged) > PROCESSES, "hardly anything was recorded")
        self.whole(self.log(), is_over=False)
        for first, facts in self.asked.items():
            if first not in self.acknowledged:
                file = self.folder / "again.jsonl"
                file.write_text("".join(json.dumps(fact) + "\n" for fact in facts))
                answer = self.done("import", str(file), "--json")
                if answer:
                    self.acknowledged[first] = json.loads(answer)["first"]
        self.whole(self.log(), is_over=True)
        for asked in (("audit", "verify"), ("vault", "verify"), ("audit", "checkpoint")):
            self.done(*asked)
        found = self.done("findings", "--json")
        self.check(found.strip() == "[]", f"findings: {found[:300]}")

    def log(self):
        log = [json.loads(text) for text in self.done("log").splitlines()]
        self.check([entry["position"] for entry in log] == list(range(1, len(log) + 1)),
                   "positions with a gap")
        self.check(len({entry["id"] for entry in log}) == len(log), "an id is there twice")
        instants = [entry["recordedAt"] for entry in log]
        self.check(instants == sorted(instants), "the instants go back")
        return log

    def whole(self, log, is_over):
        """Of what was asked at once all is there, in order, as acknowledged; or nothing."""
        at = {entry["id"]: entry["position"] for entry in log}
        for first, facts in self.asked.items():
            positions = [at.get(fact["id"]) for fact in facts]
            if not any(positions):
                self.check(first not in self.acknowledged and not is_over, f"{first} is not there")
                continue
            start = positions[0]
            self.check(start and positions == list(range(start, start + len(facts))),
                       f"{first} is half there, or not together: {positions}")
            self.check(self.acknowledged.get(first, start) == start,
                       f"{first} is at {start}, acknowledged at {self.acknowledged.get(first)}")
        known = {fact["id"] for facts in self.asked.values() for fact in facts}
        self.check({entry["id"] for entry in log[2:]} <= known, "a fact is there that nobody asked")
        self.events = len(log)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--kill", action="store_true", help="kill commands at random moments")
    asked = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-race-"))
    print(f"seed {asked.seed}, {asked.seconds:g} s, {PROCESSES * len(KINDS)} writers", flush=True)
    try:
        address = os.environ.get("ACQUIS_TEST_POSTGRES")
        os.environ.setdefault("XDG_DATA_HOME", str(folder))
        ledger = f"{address}?ledger={new_name()}" if address else cluster(sync=True).address(
            ledger=new_name())
        race = Race(folder, ledger, asked)
        race.rage()
        race.after()
    except Untested as missing:
        print(f"NOT TESTED: the race of writers: {missing}")
        return 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{race.events} events; {dict(race.counts)}")
    for text in race.failures[:40]:
        print(f"FAILED {text}")
    print(f"{race.passed} passed, {len(race.failures)} failed")
    return 1 if race.failures else 0


if __name__ == "__main__":
    sys.exit(main())
