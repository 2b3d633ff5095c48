"""Two hundred readers and twenty writers at once on a server, from another process; then what was
acknowledged is checked.

Reads the program's path from $ACQUIS.
"""

import argparse
import collections
import http.client
import json
import pathlib
import random
import shutil
import sys
import tempfile
import threading
import time
import uuid

# Before this file's own folder, which has another module of the same name: this one.
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Acceptance"))

from served import JSON, Served, granted, posted  # noqa: E402
from trials import enrolment, person, registration, run  # noqa: E402

READERS, WRITERS, KNOWN = 200, 20, 60
PERCENTILES = (50, 90, 99)


class Wrong(Exception):
    """An answer that is not the one that is due."""


class Caller:
    """A connection that is kept, and how long each answer took."""

    def __init__(self, storm, token):
        self.storm, self.token = storm, token
        self.connection = http.client.HTTPConnection("127.0.0.1", storm.server.port, timeout=300)
        self.seconds = {"GET": [], "POST": []}

    def ask(self, method, path, body=None, **headers):
        headers = {"Authorization": f"Bearer {self.token}", **headers}
        if body is not None:
            body = json.dumps(body, ensure_ascii=False).encode()
            headers["Content-Type"] = JSON
        began = time.monotonic()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        self.seconds[method].append(time.monotonic() - began)
        if answer.status != 200:
            raise Wrong(f"{method} {path}: {answer.status} {content[:300]!r}")
        return json.loads(content)


class Storm:
    def __init__(self, folder, seed):
        self.ledger, self.seed = folder / "served.ledger", seed
        self.faults, self.lock = [], threading.Lock()
        self.acknowledged = []  # (who, position, fact)
        self.passed = self.retries = 0
        self.reads, self.writes = [], []
        self.check(run(self.ledger, "init").returncode == 0, "init")
        file = folder / "known.jsonl"
        file.write_text("".join(
            json.dumps(fact) + "\n" for number in range(KNOWN) for fact in person(number)))
        self.check(run(self.ledger, "import", str(file)).returncode == 0, "import")
        self.size = 2 + 2 * KNOWN
        self.reader = granted(self.ledger, "reader:1", "auditor")
        self.writers = [granted(self.ledger, f"writer:{number}", "administrator")
                        for number in range(WRITERS)]
        self.server = Served(self.ledger)

    def check(self, is_so, what):
        if is_so:
            self.passed += 1
        else:
            self.faults.append(what)
        return is_so

    def rage(self, seconds):
        self.end = time.monotonic() + seconds
        threads = [threading.Thread(target=self.work, args=(self.read, number, self.reader))
                   for number in range(READERS)]
        threads += [threading.Thread(target=self.work, args=(self.write, number, token))
                    for number, token in enumerate(self.writers)]
        began = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.lasted = time.monotonic() - began

    def work(self, step, number, token):
        caller = Caller(self, token)
        dice = random.Random(f"{self.seed} {step.__name__} {number}")
        turn = 0
        while time.monotonic() < self.end:
            turn += 1
            try:
                step(caller, dice, number, turn)
            except Exception as failure:  # Not only a wrong answer: a connection that is cut too.
                with self.lock:
                    self.faults.append(f"{step.__name__} {number}, {turn}: {failure!r}")
                caller.connection.close()
        caller.connection.close()
        with self.lock:
            self.reads += caller.seconds["GET"]
            self.writes += caller.seconds["POST"]

    # What they do

    def read(self, caller, dice, _number, _turn):
        """Of ten questions six are for one candidacy, two for a list, two for a proof."""
        kind = dice.choice(("status",) * 6 + ("list", "windows", "inclusion", "consistency"))
        if kind == "status":
            with self.lock:
                known = self.acknowledged[-1][2] if self.acknowledged and dice.random() < 0.3 else None
            name = dice.randrange(KNOWN)
            candidacy = (known or {"data": {}})["data"].get("candidacy") or f"D{name}"
            told = caller.ask("GET", f"/api/v1/candidacies/{candidacy}")
            is_so = told["candidacy"] == candidacy and told["status"] == "enrolled"
        elif kind == "list":
            told = caller.ask("GET", "/api/v1/candidacies?limit=20&status=enrolled")
            is_so = len(told) == 20 and {one["status"] for one in told} == {"enrolled"}
        elif kind == "windows":
            told = caller.ask("GET", "/api/v1/windows?limit=20")
            is_so = told == []
        elif kind == "inclusion":
            position = dice.randint(1, self.size)
            told = caller.ask("GET", f"/api/v1/proofs/inclusion/{position}")
            is_so = told["index"] == position - 1 and told["size"] >= self.size
        else:
            first = dice.randint(1, self.size - 1)
            told = caller.ask("GET", f"/api/v1/proofs/consistency/{first}/{self.size}")
            is_so = (told["from"], told["to"]) == (first, self.size)
        if not is_so:
            raise Wrong(f"{kind}: {json.dumps(told)[:300]}")

    def write(self, caller, dice, number, turn):
        """A person and their candidacy: as an array with ids, or one by one with keys; some twice."""
        key = f"S{number}x{turn}"
        facts = [posted(registration(key)), posted(enrolment(key))]
        if dice.random() < 0.5:
            for fact in facts:
                text = str(uuid.UUID(int=dice.getrandbits(128), version=4))
                fact["id"] = f"{text[:14]}7{text[15:]}"
            self.record(caller, dice, number, facts, facts)
        else:
            for turn, fact in enumerate(facts):
                self.record(caller, dice, number, [fact], fact, **{
                    "Idempotency-Key": f"{key}/{turn}"})
        # What was acknowledged is there for whoever asks next.
        told = caller.ask("GET", f"/api/v1/candidacies/D{key}")
        if told["candidate"] != f"P{key}":
            raise Wrong(f"D{key}: {json.dumps(told)[:300]}")

    def record(self, caller, dice, number, facts, body, **headers):
        answers = []
        for _ in range(dice.choice((1, 1, 2, 3))):
            told = caller.ask("POST", "/api/v1/record", body, **headers)
            answers.append((told["first"], told["last"]))
            if len(answers) == 1:
                with self.lock:
                    self.acknowledged += [
                        (f"writer:{number}", told["first"] + place, fact)
                        for place, fact in enumerate(facts)]
        with self.lock:
            self.retries += len(answers) - 1
        first, last = answers[0]
        if set(answers) != {answers[0]} or last - first + 1 != len(facts):
            raise Wrong(f"{len(facts)} facts at {answers}")

    # What must hold afterwards

    def after(self):
        figures = self.server.get("/metrics").text
        self.check(f"acquis_log_position {self.size + len(self.acknowledged)}\n" in figures,
                   f"the log's length is not {self.size + len(self.acknowledged)}: {figures}")
        self.check(self.server.stop() == 0, "the server did not end with 0")
        lines = self.server.requests()
        self.check(len(lines) == len(self.reads) + len(self.writes) + 1,
                   f"{len(lines)} requests in the server's log")
        self.check(len(lines) == len(self.server.notes().splitlines()),
                   f"the server said more than its log: {self.server.notes()[-500:]}")
        statuses = collections.Counter(line["status"] for line in lines)
        self.check(set(statuses) == {200}, f"statuses {dict(statuses)}")
        log = [json.loads(text) for text in run(self.ledger, "log").stdout.splitlines()]
        self.check([entry["position"] for entry in log] == list(range(1, len(log) + 1)),
                   "positions with a gap")
        ids = collections.Counter(entry["id"] for entry in log)
        self.check(set(ids.values()) == {1}, "an id is there twice")
        there = collections.Counter(self.named(entry) for entry in log)
        for who, position, fact in self.acknowledged:
            entry = log[position - 1] if position <= len(log) else {"data": {}}
            self.check(
                self.named(entry) == self.named(fact) and there[self.named(fact)] == 1
                and entry["recordedBy"] == who and fact.get("id", entry["id"]) == entry["id"],
                f"{self.named(fact)} is not there once, at {position}, by {who}: {entry}")
        verified = run(self.ledger, "audit", "verify")
        self.check(verified.returncode == 0, verified.stdout + verified.stderr)
        sealed = run(self.ledger, "vault", "verify")
        self.check(sealed.returncode == 0, sealed.stdout + sealed.stderr)
        found = run(self.ledger, "findings", "--json")
        self.check(found.returncode == 0 and json.loads(found.stdout) == [],
                   f"findings: {found.stdout[:500]}{found.stderr}")

    @staticmethod
    def named(entry):
        data = entry["data"]
        return entry.get("type"), data.get("candidacy") or data.get("candidate")


def figures(name, seconds, lasted):
    if not seconds:
        return f"{name}: none"
    ranked = sorted(seconds)
    told = ", ".join(
        f"{part}th {ranked[min(len(ranked) - 1, len(ranked) * part // 100)] * 1000:.0f} ms"
        for part in PERCENTILES)
    return f"{name}: {len(ranked)}, {len(ranked) / lasted:.0f}/s; {told}, most {ranked[-1] * 1000:.0f} ms"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = parser.parse_args()
    print(f"seed {asked.seed}, {asked.seconds:g} s, {READERS} readers, {WRITERS} writers", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-storm-"))
    storm = None
    try:
        storm = Storm(folder, asked.seed)
        storm.rage(asked.seconds)
        try:
            storm.after()
        except AssertionError as failure:  # The server has died; what it said is in it.
            storm.faults.insert(0, str(failure))
    finally:
        if storm:
            storm.server.end()
        shutil.rmtree(folder, ignore_errors=True)
    both = storm.reads + storm.writes
    print(figures("requests", both, storm.lasted))
    print(figures("reads", storm.reads, storm.lasted))
    print(figures("writes", storm.writes, storm.lasted))
    print(f"facts recorded {len(storm.acknowledged)}, requests sent again {storm.retries}")
    for text in storm.faults[:40]:
        print(f"FAILED {text}")
    print(f"{storm.passed} passed, {len(storm.faults)} failed")
    return 1 if storm.faults or not storm.reads or not storm.acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
