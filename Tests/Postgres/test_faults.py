"""Clients, connections and servers that end at any moment: what was acknowledged is there once, and
the same id asked again has the same answer.

Reads the program's path from $ACQUIS.
"""

import json
import random
import subprocess
import threading
import time
import unittest

from cluster import until
from faults import LIMIT, SEED, Faults, OwnServer, recording, start
from shared import need_server, new_id
from trials import enrolment, run

setUpModule = need_server


class Clients(Faults):
    def test_a_client_killed_at_any_moment(self):
        began = time.monotonic()
        expected = {"D0": new_id(self.dice)}
        self.repeated(0, expected["D0"])
        lasted = time.monotonic() - began
        killed = 0
        for number in range(1, 31):
            identifier = expected[f"D{number}"] = new_id(self.dice)
            process = start(self.ledger, *recording(number, identifier))
            try:
                process.wait(self.dice.uniform(0, 1.1 * lasted))
            except subprocess.TimeoutExpired:
                process.kill()
                killed += 1
            told, _ = process.communicate()
            position = self.repeated(number, identifier)
            if process.returncode == 0:
                self.assertEqual(json.loads(told)["first"], position)
            self.assertEqual(self.repeated(number, identifier), position)
        self.assertGreater(killed, 5)
        self.once(expected)

    def held_up(self, *asked):
        """A command that waits in the function that appends, until `COMMIT` of the connection."""
        connection = self.cluster.connection()
        connection.sql(f'BEGIN; SELECT FROM "{self.name}".tail FOR UPDATE')
        process = start(self.ledger, *asked)
        until(lambda: process.poll() is not None or self.waiting(), "the append waits for the lock")
        self.assertIsNone(process.poll(), process.communicate() if process.poll() else "")
        return connection, process

    def waiting(self):
        return self.cluster.sql(
            "SELECT string_agg(pid::text, ' ') FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            " AND usename = 'owner'")

    def test_a_client_killed_while_the_server_appends(self):
        identifier = new_id(self.dice)
        connection, process = self.held_up(*recording(1, identifier))
        process.kill()
        process.communicate()
        connection.sql("COMMIT")
        until(lambda: not self.waiting(), "the append ends")
        position = self.repeated(1, identifier)
        self.assertEqual(self.repeated(1, identifier), position)
        self.once({"D1": identifier})

    def test_a_connection_cut_while_the_server_appends(self):
        """The program tries again itself, or says that it could not."""
        identifier = new_id(self.dice)
        connection, process = self.held_up(*recording(1, identifier))
        self.cluster.sql(f"SELECT pg_terminate_backend({self.waiting()})")
        connection.sql("COMMIT")
        told, said = process.communicate(timeout=LIMIT)
        outcome = subprocess.CompletedProcess([], process.returncode, told, said)
        if outcome.returncode:
            self.fails(outcome, 3)
        position = self.repeated(1, identifier)
        self.assertIn(position, (3, json.loads(told)["first"] if told else 3))
        self.once({"D1": identifier})

    def test_a_connection_cut_and_cut_again(self):
        """The second time it says so, in a sentence without the server's statements."""
        identifier = new_id(self.dice)
        connection, process = self.held_up(*recording(1, identifier))
        first = self.waiting()

        def second():
            found = self.waiting()
            return found if found.isdigit() and found != first else None

        self.cluster.sql(f"SELECT pg_terminate_backend({first})")
        self.cluster.sql(
            f"SELECT pg_terminate_backend({until(second, 'the append is tried again')})")
        told, said = process.communicate(timeout=LIMIT)
        connection.sql("COMMIT")
        self.fails(
            subprocess.CompletedProcess([], process.returncode, told, said), 3,
            "the connection to the server broke", "may be recorded")
        self.repeated(1, identifier)
        self.once({"D1": identifier})

    def test_a_statement_cancelled_while_the_server_appends(self):
        identifier = new_id(self.dice)
        connection, process = self.held_up(*recording(1, identifier))
        self.cluster.sql(f"SELECT pg_cancel_backend({self.waiting()})")
        connection.sql("COMMIT")
        told, said = process.communicate(timeout=LIMIT)
        if process.returncode:
            self.fails(subprocess.CompletedProcess([], process.returncode, told, said), 3)
        self.repeated(1, identifier)
        self.once({"D1": identifier})

    def test_connections_cut_again_and_again(self):
        ended = threading.Event()

        def cut():
            while not ended.wait(self.dice.uniform(0.005, 0.05)):
                self.cluster.sql(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE usename = 'owner'")

        cutter = threading.Thread(target=cut)
        cutter.start()
        try:
            expected = {f"D{number}": new_id(self.dice) for number in range(20)}
            positions = {name: self.persist(name[1:], identifier)
                         for name, identifier in expected.items()}
        finally:
            ended.set()
            cutter.join()
        log = self.once(expected)
        for name, (position, _) in positions.items():
            self.assertEqual(log[position - 1]["data"]["candidacy"], name)

    def test_a_batch_is_whole_or_not_there(self):
        """An import of many facts, killed at any moment: nothing, or all of it."""
        facts = [{**enrolment(number), "id": new_id(self.dice)} for number in range(300)]
        file = self.write(*facts)
        size = 2
        for _ in range(6):
            process = start(self.ledger, "import", file, "--json")
            try:
                process.wait(self.dice.uniform(0, 0.3))
            except subprocess.TimeoutExpired:
                process.kill()
            process.communicate()
            until(lambda: not self.busy(), "its connection ends")
            size = self.answer("log", "--root")["size"]
            self.assertIn(size, (2, 302))
        self.done("import", file)
        self.done("import", file)
        self.once({fact["data"]["candidacy"]: fact["id"] for fact in facts})

    def busy(self):
        return self.cluster.sql(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'owner'") != "0"


class Servers(OwnServer):
    def test_a_server_killed_among_many_recordings(self):
        acknowledged, asked, lock = {}, {}, threading.Lock()
        ended = threading.Event()
        strange = []

        def record(writer):
            dice = random.Random(SEED + writer)
            for turn in range(10_000):
                if ended.is_set():
                    return
                name, identifier = f"D{writer}x{turn}", new_id(dice)
                with lock:
                    asked[name] = identifier
                outcome = run(self.ledger, *recording(name[1:], identifier))
                with lock:
                    if outcome.returncode == 0:
                        acknowledged[name] = json.loads(outcome.stdout)["first"]
                    elif outcome.returncode != 3:
                        strange.append(outcome)

        writers = [threading.Thread(target=record, args=(number,)) for number in range(4)]
        for writer in writers:
            writer.start()
        try:
            for enough in (15, 45):
                until(lambda: len(acknowledged) >= enough, f"{enough} recordings")
                self.cluster.kill()
                self.cluster.start()
        finally:
            ended.set()
            for writer in writers:
                writer.join()
        self.assertEqual(strange, [])
        log = self.log()
        for name, position in acknowledged.items():
            self.assertEqual(log[position - 1]["data"].get("candidacy"), name)
        # Whatever was not acknowledged is, after it is asked again; what was, is at its place.
        for name, identifier in asked.items():
            position = self.repeated(name[1:], identifier)
            self.assertEqual(acknowledged.get(name, position), position)
        self.once(asked)

    def test_what_somebody_has_read_is_not_lost(self):
        """A fact that was answered from is on the disk, if who recorded it knows it yet or not."""
        # Waiting for the disk lasts a tenth of a second more, and nothing else writes to it.
        self.cluster.configure(commit_delay=100_000, commit_siblings=0, wal_writer_delay="10s",
                               wal_writer_flush_after=0)
        self.cluster.restart()
        for number in range(8):
            identifier = new_id(self.dice)
            process = start(self.ledger, *recording(number, identifier))
            found = until(lambda: self.there(f"D{number}"), "it is read")
            self.cluster.kill()
            process.communicate()
            self.cluster.start()
            self.assertIn(f"D{number}", self.candidacies(), found)

    def candidacies(self):
        return {entry["data"].get("candidacy") for entry in self.log()}

    def there(self, candidacy):
        return run(self.ledger, "log", "--subject", f"candidacy:{candidacy}").stdout

    def test_a_server_that_is_stopped_and_started(self):
        first = new_id(self.dice)
        self.repeated(1, first)
        self.cluster.stop()
        self.fails(run(self.ledger, "status", "D1"), 3)
        self.fails(run(self.ledger, *recording(2, new_id(self.dice))), 3)
        self.cluster.start()
        self.done("status", "D1")
        self.once({"D1": first})


if __name__ == "__main__":
    unittest.main()
