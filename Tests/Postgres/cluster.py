#!/usr/bin/env python3
"""PostgreSQL clusters in temporary folders, for tests; as a program, one while a command runs:

    cluster.py [--no-sync] -- COMMAND...

The command finds in its environment `ACQUIS_TEST_POSTGRES`, the address of a database as its owner,
`ACQUIS_TEST_POSTGRES_KEEPER`, the same for the role that keeps vaults, and `PGPASSFILE` with their
passwords. Its exit status is this program's. Where there is no PostgreSQL server, the program
prints `NOT TESTED: ...` and ends with 0.

A server does not run as root: started by root, it runs as `postgres`, or as `nobody`.
"""

import argparse
import contextlib
import functools
import os
import pathlib
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from secrets import token_hex

DATABASE = "acquis"
SUPERUSER = "admin"
ROLES = ("owner", "writer", "reader", "keeper")
LIMIT = 120

# On the socket, in a folder closed to others, whoever asks is believed; elsewhere a password.
HBA = """local all all trust
local replication all trust
host all all 127.0.0.1/32 scram-sha-256
host replication all 127.0.0.1/32 scram-sha-256
"""


class Untested(Exception):
    """What is missing here for a test."""


class Failure(Exception):
    """What psql said."""


def until(found, what, seconds=60):
    """Waits until something is so, and returns what was found."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = found()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"not within {seconds} s: {what}")


@functools.cache
def programs():
    """The folder of the newest server's programs, or None."""
    found = shutil.which("initdb")
    if found:
        return pathlib.Path(found).resolve().parent
    folders = [path.parent for path in pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=lambda path: float(path.parent.name), default=None)


def program(name):
    folder = programs()
    if folder is None:
        raise Untested("there is no PostgreSQL server here")
    there = folder / name
    found = str(there) if there.exists() else shutil.which(name)
    if not found:
        raise Untested(f"there is no {name} here")
    return found


def account():
    """The user that a server runs as, where this one is root; else None."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise Untested("there is no user postgres or nobody to run a server as")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children(process):
    """The processes that a process has started."""
    found = []
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[1]) == process:
                found.append(int(status.parent.name))
    return found


class Cluster:
    """A cluster of its own, started; `close` removes it. A standby is one too.

    - sync: whether the server waits for the disk, as a server that is used does.
    - disk: the megabytes of the small disk that its tables are on, not its journal; None for none.
    - journal: whether the journal (WAL) is on the small disk too.
    - secrets: the passwords of its roles, those of another cluster; new ones for None.
    - source: the cluster that it follows, or whose past it is.
    - past: of a past, the base backup of the source and the name of the point up to which its archive is followed.
    """

    def __init__(self, sync=True, disk=None, journal=False, secrets=None, source=None, past=None):
        self.account = account()
        self.process, self.mounted, self.connections = None, False, []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-pg-"))
        try:
            self.data, self.socket = self.folder / "small" / "data", self.folder / "socket"
            self.log, self.passwords = self.folder / "log", self.folder / "pgpass"
            self.folder.chmod(0o711)
            for place in (self.data.parent, self.socket):
                self._owned(place)
            if disk:
                self._mount(disk)
            if past:
                self._recover(source, *past)
            elif source:
                self._copy(source)
            else:
                self._make(sync, disk and not journal)
            self.start()
            if not source:
                self.secrets = secrets or {role: token_hex(12) for role in ROLES}
                self.roles()
                self.write_passwords()
        except BaseException:
            self.close()
            raise

    @classmethod
    def small_disk(cls, megabytes, **options):
        """A cluster whose tables are on a disk of so many megabytes; `Untested` if none can be."""
        return cls(disk=megabytes, **options)

    # Making

    def _owned(self, place):
        place.mkdir(mode=0o700, exist_ok=True)
        if self.account:
            os.chown(place, self.account.pw_uid, self.account.pw_gid)

    def _mount(self, megabytes):
        if os.geteuid() != 0:
            raise Untested("only root mounts a small disk")
        small = self.data.parent
        options = f"size={megabytes}m,uid={self.account.pw_uid},mode=700"
        outcome = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "acquis-small", str(small)],
            capture_output=True, text=True, check=False)
        if outcome.returncode:
            raise Untested(f"no small disk may be mounted here: {outcome.stderr.strip()}")
        self.mounted = True

    def _make(self, sync, elsewhere):
        words = ["-D", self.data, "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8",
                 "--locale=C.UTF-8", "--wal-segsize=1"]
        words += [] if sync else ["--no-sync"]
        if elsewhere:
            self._owned(self.folder / "journal")
            words += ["--waldir", self.folder / "journal" / "wal"]
        self._run("initdb", *words)
        self.configure(
            listen_addresses="127.0.0.1", unix_socket_directories=self.socket,
            fsync="on" if sync else "off", max_connections=200, max_wal_size="64MB",
            shared_buffers="64MB", password_encryption="scram-sha-256", wal_keep_size="64MB",
            # English, whatever the machine's language.
            lc_messages="C", log_min_messages="log", jit="off")
        (self.data / "pg_hba.conf").write_text(HBA)

    def _copy(self, source):
        self.secrets, self.passwords = source.secrets, source.passwords
        self._run("pg_basebackup", "-D", self.data, "-R", "-X", "stream", "-c", "fast", "-h",
                  source.socket, "-p", source.port, "-U", SUPERUSER)
        self.configure(unix_socket_directories=self.socket)

    def _recover(self, source, base, point):
        self.secrets, self.passwords = source.secrets, source.passwords
        subprocess.run(["cp", "-a", str(base), str(self.data)], check=True)
        (self.data / "recovery.signal").touch()
        self.configure(
            unix_socket_directories=self.socket, archive_mode="off",
            restore_command=f"cp {source.archive}/%f %p", recovery_target_name=point,
            recovery_target_action="promote")

    def configure(self, **settings):
        """Settings that hold from the next start on."""
        with open(self.data / "postgresql.auto.conf", "a", encoding="utf-8") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())

    def roles(self):
        """Makes the roles, and the database."""
        self.sql("".join(f"CREATE ROLE {role} LOGIN PASSWORD '{word}';\n"
                         for role, word in self.secrets.items()), database="postgres")
        self.database(DATABASE)

    def database(self, name, template="template0"):
        """Makes a database of the role `owner`; the role `keeper` may make schemas in it too."""
        self.sql(f"CREATE DATABASE {name} OWNER owner TEMPLATE {template}", database="postgres")
        self.sql(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC;\n"
                 f"GRANT CONNECT ON DATABASE {name} TO writer, reader, keeper;\n"
                 f"GRANT CREATE ON DATABASE {name} TO keeper;", database="postgres")

    def write_passwords(self, **others):
        """The file of passwords: each role's, where it is not given another."""
        words = {**self.secrets, **others}
        self.passwords.write_text("".join(
            f"127.0.0.1:*:*:{role}:{word}\n" for role, word in words.items()))
        self.passwords.chmod(0o600)

    # Running

    def _as_server(self):
        """How a process is started as the server's user."""
        if not self.account:
            return {}
        return {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}

    def _run(self, name, *words):
        outcome = subprocess.run(
            [program(name), *map(str, words)], capture_output=True, text=True, check=False,
            timeout=LIMIT, cwd="/", env={**os.environ, "LC_ALL": "C"}, **self._as_server())
        if outcome.returncode:
            raise Failure(f"{name}: {outcome.stdout}{outcome.stderr}")
        return outcome.stdout

    def start(self, port=None):
        """Starts the server, at its port of before if it has had one, and waits for it."""
        for _ in range(5):
            self.port = port or getattr(self, "port", None) or free_port()
            with open(self.log, "ab") as log:
                self.process = subprocess.Popen(
                    [program("postgres"), "-D", str(self.data), "-p", str(self.port)], cwd="/",
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log, **self._as_server())
            if until(lambda: self.process.poll() is not None or self.answers(), "the start"):
                if self.process.poll() is None:
                    return self
            if "Address already in use" not in self.log.read_text()[-2000:] or port:
                break
            self.port = None
        raise Failure(f"the server does not start: {self.log.read_text()[-2000:]}")

    def answers(self):
        outcome = subprocess.run(
            [*self._psql("postgres", SUPERUSER), "-c", "SELECT 1"], capture_output=True,
            timeout=LIMIT, check=False)
        return outcome.returncode == 0

    def stop(self):
        """Ends the server in order, its connections cut."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(LIMIT)

    def kill(self):
        """Ends the server and its processes at once, without order (SIGKILL)."""
        started = children(self.process.pid)
        self.process.kill()
        for one in started:
            with contextlib.suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        self.process.wait(LIMIT)
        until(lambda: not [one for one in started if is_there(one)], "the end of the server")

    def restart(self):
        self.stop()
        return self.start()

    def close(self):
        for connection in self.connections:
            connection.close()
        self.stop()
        if self.mounted:
            subprocess.run(["umount", str(self.data.parent)], check=False)
            self.mounted = False
        shutil.rmtree(self.folder, ignore_errors=True)

    # Asking

    def _psql(self, database, user):
        return [program("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", str(self.socket), "-p",
                str(self.port), "-U", user, "-d", database]

    def sql(self, text, database=DATABASE, user=SUPERUSER):
        """What statements answer: lines, their columns parted by `|`. Raises `Failure`."""
        outcome = subprocess.run(
            self._psql(database, user), input=text, capture_output=True, text=True, check=False,
            timeout=LIMIT)
        if outcome.returncode:
            raise Failure(outcome.stderr.strip())
        return outcome.stdout.rstrip("\n")

    def connection(self, database=DATABASE, user=SUPERUSER):
        """A connection that is kept."""
        connection = Connection(self._psql(database, user))
        self.connections.append(connection)
        return connection

    def address(self, user="owner", database=DATABASE, port=None, **parameters):
        """An address as `--ledger` takes it, without the password."""
        query = "&".join(f"{name}={value}" for name, value in parameters.items())
        place = f"postgres://{user}@127.0.0.1:{port or self.port}/{database}"
        return f"{place}?{query}" if query else place

    # Replicas

    def standby(self):
        """A replica that follows this server, at a port of its own."""
        return Cluster(source=self)

    # A past

    def archives(self):
        """From now on keeps its journal in a folder of its own, from which a past is made."""
        self.archive = self.folder / "archive"
        self._owned(self.archive)
        self.configure(archive_mode="on", archive_command=f"cp %p {self.archive}/%f")
        return self.restart()

    def base(self):
        """A base backup, without the journal."""
        self._owned(self.folder / "base")
        place = self.folder / "base" / "data"
        self._run("pg_basebackup", "-D", place, "-X", "none", "-c", "fast", "-h", self.socket,
                  "-p", self.port, "-U", SUPERUSER)
        return place

    def point(self, name):
        """Gives this instant a name, up to which a past may be followed."""
        self.sql(f"SELECT pg_create_restore_point('{name}')", database="postgres")

    def past(self, base, point):
        """Another server as this one was: by a base backup and the archive up to a point."""
        before = self.sql("SELECT pg_walfile_name(pg_switch_wal())", database="postgres")
        until(lambda: (self.archive / before).exists(), "the journal is archived")
        past = Cluster(source=self, past=(base, point))
        until(lambda: past.sql("SELECT pg_is_in_recovery()", database="postgres") == "f",
              "the end of the recovery")
        return past

    def promote(self):
        """Makes a replica a server that is written to."""
        self.sql("SELECT pg_promote()", database="postgres")
        until(lambda: self.sql("SELECT pg_is_in_recovery()", database="postgres") == "f",
              "the promotion")

    def follows(self, source):
        """Waits until a replica has all that is on its source."""
        end = source.sql("SELECT pg_current_wal_flush_lsn()", database="postgres")
        until(lambda: self.sql(f"SELECT pg_last_wal_replay_lsn() >= '{end}'", "postgres") == "t",
              "the replica has everything")


def is_there(process):
    """Whether a process runs; one that has ended and is not waited for does not."""
    try:
        text = pathlib.Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] != "Z"


class Connection:
    """A psql that is kept, for statements that belong together."""

    def __init__(self, words):
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True)
        self.count = 0

    def send(self, text):
        """Gives it statements, without waiting for their end."""
        self.count += 1
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(f"{text}\n;\n\\echo end-of-{self.count}\n")
            self.process.stdin.flush()

    def sql(self, text):
        self.send(text)
        lines = []
        for line in self.process.stdout:
            if line == f"end-of-{self.count}\n":
                return "".join(lines).rstrip("\n")
            lines.append(line)
        self.errors.seek(0)
        raise Failure(self.errors.read().strip())

    def close(self):
        if self.process.poll() is None:
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()
            self.process.wait(LIMIT)
        self.process.stdout.close()
        self.errors.close()


def environment(cluster):
    """What a command is told of a cluster."""
    return {"PGPASSFILE": str(cluster.passwords), "ACQUIS_TEST_POSTGRES": cluster.address(),
            "ACQUIS_TEST_POSTGRES_KEEPER": cluster.address("keeper")}


def main(words):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--no-sync", action="store_true", help="do not wait for the disk")
    parser.add_argument("--or-without", action="store_true",
                        help="run the command without a server where there is none")
    parser.add_argument("command", nargs="+", metavar="COMMAND")
    asked = parser.parse_args(words)
    # Who ends this program ends the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        cluster = Cluster(sync=not asked.no_sync)
    except Untested as missing:
        if asked.or_without:
            return subprocess.run(asked.command, check=False).returncode
        print(f"NOT TESTED: {re.sub('[ ]+', ' ', ' '.join(asked.command))}: {missing}")
        return 0
    try:
        return subprocess.run(
            asked.command, env={**os.environ, **environment(cluster)}, check=False).returncode
    finally:
        cluster.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
