"""The tables of a ledger on a server, open to every change, as to a superuser who has read the
code: without triggers, which stay as they are. Statements are those of `tampering.py`, for a file.
"""

import contextlib
import re

import shared  # noqa: F401 — the folder of tampering.py is on the path from here on
from tampering import File

# What the statements for a file say that PostgreSQL says otherwise.
OTHERWISE = (
    (re.compile(r"randomblob\(16\)"), "decode(md5(random()::text), 'hex')"),
    (re.compile(r"\bdate\((.*) \* 86400, 'unixepoch'\)"), r"(date '1970-01-01' + \1)::text"))


class Rows:
    """What a statement answered, as a database's cursor gives it."""

    def __init__(self, lines):
        *rows, count = lines
        self.rowcount = int(count)
        self.rows = [tuple(map(value, line.split("|"))) for line in rows]

    def fetchone(self):
        return self.rows[0] if self.rows else None

    def fetchall(self):
        return self.rows


def value(text):
    """A column's value, by how psql writes it."""
    if text.startswith("\\x"):
        return bytes.fromhex(text[2:])
    return int(text) if re.fullmatch(r"-?\d+", text) else text


def literal(given):
    if isinstance(given, bytes):
        return f"'\\x{given.hex()}'::bytea"
    return str(given) if isinstance(given, int) else "'{}'".format(str(given).replace("'", "''"))


class Tables(File):
    def __init__(self, connection):
        self.connection = connection

    def execute(self, text, values=()):
        for pattern, other in OTHERWISE:
            text = pattern.sub(other, text)
        parts = text.split("?")
        statement = "".join(
            part + literal(given) for part, given in zip(parts, values)) + parts[-1]
        return Rows(self.connection.sql(f"{statement}\n;\n\\echo :ROW_COUNT").splitlines())

    def rehash(self):
        super().rehash()
        self.end()

    def cut(self, last):
        super().cut(last)
        self.end()

    def end(self):
        """Makes the row of the log's end again from the last events."""
        last, nodes, place = self.last(), b"", 0
        for level in reversed(range(last.bit_length())):
            if last >> level & 1:
                place += 1 << level
                hashes = self.value("SELECT hashes FROM event WHERE position = ?", place)
                nodes += hashes[32 * level:32 * level + 32]
        self.execute(
            "UPDATE tail SET position = ?, nodes = ?, recorded_at ="
            " (SELECT recorded_at FROM event WHERE position = ?)", (last, nodes, last))


@contextlib.contextmanager
def tables(cluster, database, name):
    connection = cluster.connection(database)
    try:
        connection.sql(f'SET search_path TO "{name}"; SET session_replication_role = replica')
        yield Tables(connection)
    finally:
        connection.close()
        cluster.connections.remove(connection)
