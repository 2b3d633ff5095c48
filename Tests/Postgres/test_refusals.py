"""What stops a command on a server: each time a sentence that names the cause, and a status.

Reads the program's path from $ACQUIS.
"""

import contextlib
import os
import socket
import struct
import threading
import unittest

from cluster import free_port
from shared import Shared, grant, need_server, new_name
from trials import enrolment, person, run

setUpModule = need_server

FACT = ("record", "CandidateEnrolled", "--on", "2021-01-11", "--by", "clerk:1", "candidacy=DX",
        "candidate=PX", "certification=3474", "pathway=continuingTraining", "public=employee")
COMMANDS = (("init",), ("status", "D1"), FACT, ("audit", "verify"), ("replay", "--digest"))


class TheServer(Shared):
    """There is none, or it lets nobody in."""

    def stops(self, ledger, *words, commands=COMMANDS, status=3):
        for asked in commands:
            with self.subTest(asked=asked):
                self.fails(run(ledger, *asked), status, *words)

    def test_no_server(self):
        port = free_port()
        self.stops(self.address(port=port), str(port))

    def test_a_socket_that_is_none(self):
        address = f"postgres://owner@%2Fnowhere%2Fat%2Fall:5432/acquis?ledger={self.name}"
        self.stops(address, "/nowhere/at/all", commands=COMMANDS[:2])

    def test_a_wrong_password(self):
        self.done("init")
        self.cluster.write_passwords(owner="wrong")
        self.addCleanup(self.cluster.write_passwords)
        self.stops(self.ledger, "password")

    def test_no_password(self):
        self.done("init")
        with self.environment(PGPASSFILE=str(self.folder / "none")):
            self.stops(self.ledger, "password")

    @contextlib.contextmanager
    def environment(self, **values):
        before = {name: os.environ.get(name) for name in values}
        os.environ.update(values)
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name)
                if value is not None:
                    os.environ[name] = value

    def test_a_role_that_there_is_none_of(self):
        self.stops(self.address("nobody_at_all"), "nobody_at_all", commands=COMMANDS[:2])

    def test_a_database_that_is_missing(self):
        self.stops(self.address(database="elsewhere"), "elsewhere")

    def test_a_server_too_old(self):
        with OldServer() as port:
            self.stops(self.address(port=port), "12.17", commands=COMMANDS[:2])


class TheLedger(Shared):
    """It is missing, another's, or of another edition."""

    def test_a_ledger_that_is_missing(self):
        for asked in COMMANDS[1:]:
            with self.subTest(asked=asked):
                self.fails(run(self.ledger, *asked), 3, "no ledger")

    def test_a_ledger_that_is_there(self):
        self.done("init")
        self.imported(*person(1))
        before = self.done("log", "--root", "--json")
        for status, *asked in ((3, "init"), (3, "init", "--empty"), (0, "demo")):
            outcome = run(self.ledger, *asked)
            self.assertEqual(outcome.returncode, status, outcome.stderr)
            self.no_secret(outcome)
        self.assertEqual(self.done("log", "--root", "--json"), before)

    def test_a_schema_that_is_no_ledger(self):
        self.cluster.sql(f"CREATE SCHEMA {self.name}; CREATE TABLE {self.name}.event (x text)",
                         user="owner")
        for asked in COMMANDS:
            with self.subTest(asked=asked):
                self.fails(run(self.ledger, *asked), 3, self.name)
        self.assertEqual(self.sql("SELECT count(*) FROM event"), "0")

    def test_a_schema_of_another_edition(self):
        self.done("init")
        comment = self.comment()
        self.assertRegex(comment, r"\d")
        # One that is newer than the program.
        self.describe(comment[:-1] + "9")
        for asked in COMMANDS[1:]:
            with self.subTest(asked=asked):
                self.fails(run(self.ledger, *asked), 3)
        self.describe("")
        self.fails(run(self.ledger, "status", "D1"), 3)
        self.describe(comment)
        self.done("audit", "verify")

    def comment(self):
        return self.cluster.sql(
            f"SELECT obj_description('{self.name}'::regnamespace, 'pg_namespace')")

    def describe(self, comment):
        self.cluster.sql(f"COMMENT ON SCHEMA {self.name} IS '{comment}'")


class Rights(Shared):
    """What a role may not do, it is told; nothing is done."""

    def setUp(self):
        super().setUp()
        self.done("init")
        self.imported(*person(1))

    def test_a_role_without_any_right(self):
        for asked in COMMANDS[1:]:
            with self.subTest(asked=asked):
                self.fails(run(self.address("reader"), *asked), 3)

    def test_a_role_that_only_reads(self):
        grant(self.name, "reader")
        for asked in (FACT, ("record", "--file", self.write(enrolment(7)))):
            self.fails(run(self.address("reader"), *asked), 3)
        self.assertEqual(len(self.log()), 4)

    def test_a_role_that_makes_no_schema(self):
        other = self.address("writer", new_name())
        for asked in (("init",), ("demo",)):
            self.fails(run(other, *asked), 3)

    def test_nothing_is_left_of_what_was_not_made(self):
        name = new_name()
        outcome = run(self.address("writer", name), "init")
        self.assertEqual(outcome.returncode, 3, outcome.stderr)
        self.done("init", ledger=self.address(name=name))


class Addresses(Shared):
    """Wrong ones are wrong usage; a password in one is repeated nowhere."""

    def wrong(self, ledger, *words):
        for asked in COMMANDS[:3]:
            with self.subTest(ledger=ledger, asked=asked):
                self.fails(run(ledger, *asked), 2, *words)

    def test_names(self):
        quoted = ("a'b", 'a"b', "a%62", "a;b")
        for name in ("", "1a", "A", "Été", "a-b", "a.b", "a b", "x" * 49, "_a", *quoted):
            self.wrong(f"{self.cluster.address()}?ledger={name}", "name")

    def test_no_name_or_two(self):
        self.wrong(self.cluster.address(), "name")
        self.wrong(f"{self.ledger}&ledger=other", "name")

    def test_a_password(self):
        place = f"127.0.0.1:{self.cluster.port}/acquis?ledger={self.name}"
        for ledger in (f"postgres://owner:hunter2secret@{place}", f"postgres://owner:@{place}",
                       f"postgres://owner@{place}&password=hunter2secret"):
            self.wrong(ledger, "password")

    def test_names_that_sql_has_words_for(self):
        """Every name that is one makes a ledger, but those that PostgreSQL keeps for itself."""
        for name in ("user", "select", "table", "order", "a", "x" * 48):
            with self.subTest(name=name):
                ledger = self.address(name=name)
                self.done("init", ledger=ledger)
                self.imported(*person(1), ledger=ledger)
                self.done("audit", "verify", ledger=ledger)
        for name in ("pg_catalog", "pg_mine", "information_schema", "public"):
            with self.subTest(name=name):
                outcome = run(self.address(name=name), "init")
                self.assertIn(outcome.returncode, (2, 3), outcome.stderr)
                self.no_secret(outcome)

    def test_the_other_name_of_the_scheme(self):
        self.done("init", ledger=self.ledger.replace("postgres://", "postgresql://"))
        self.done("status", "--help")
        self.assertEqual(len(self.log()), 2)

    def test_the_environment_names_the_ledger(self):
        os.environ["ACQUIS_LEDGER"] = self.ledger
        self.addCleanup(os.environ.pop, "ACQUIS_LEDGER")
        self.done("init")
        self.assertEqual(self.answer("log", "--root")["size"], 2)


class OldServer:
    """Speaks as much of the protocol as a server of version 12 needs to let somebody in, then
    refuses every statement."""

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.serve, daemon=True).start()
        return self.listener.getsockname()[1]

    def __exit__(self, *_):
        self.listener.close()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        with contextlib.suppress(OSError, struct.error), connection:
            while True:
                length, code = struct.unpack("!ii", self.read(connection, 8))
                self.read(connection, length - 8)
                if code not in (80877103, 80877104):  # neither TLS nor GSS is asked for
                    break
                connection.sendall(b"N")
            parameters = ("server_version", "12.17"), ("client_encoding", "UTF8")
            greeting = b"".join(
                self.message(b"S", f"{name}\0{value}\0".encode()) for name, value in parameters)
            ready = self.message(b"Z", b"I")
            connection.sendall(self.message(b"R", struct.pack("!i", 0)) + greeting + ready)
            refusal = self.message(b"E", b"SERROR\0C0A000\0Mnot on this server\0\0")
            while True:
                kind, length = struct.unpack("!ci", self.read(connection, 5))
                self.read(connection, length - 4)
                if kind == b"X":
                    return
                if kind in b"QS":
                    connection.sendall(refusal + ready)

    @staticmethod
    def read(connection, count):
        content = b""
        while len(content) < count:
            part = connection.recv(count - len(content))
            if not part:
                raise OSError("ended")
            content += part
        return content

    @staticmethod
    def message(kind, body):
        return kind + struct.pack("!i", len(body) + 4) + body


if __name__ == "__main__":
    unittest.main()
