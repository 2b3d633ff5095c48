"""Changes to a ledger's file as someone makes them who has read the code: without its triggers, with
the hashes made again where they wish, and the triggers put back as they were."""

import contextlib
import hashlib
import json
import sqlite3


def canonical(event):
    return json.dumps(event, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def leaf_hash(entry):
    return hashlib.sha256(b"\0" + entry).digest()


@contextlib.contextmanager
def tampering(ledger):
    """The file's connection, its triggers away meanwhile."""
    database = sqlite3.connect(ledger, isolation_level=None)
    try:
        triggers = database.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            database.execute(f'DROP TRIGGER "{name}"')
        yield File(database)
        for _, text in triggers:
            database.execute(text)
    finally:
        database.close()


class File:
    """A ledger's tables, open to every change."""

    def __init__(self, database):
        self.execute = database.execute

    def value(self, text, *values):
        return self.execute(text, values).fetchone()[0]

    def event(self, position):
        return json.loads(self.value("SELECT bytes FROM event WHERE position = ?", position))

    def set(self, position, column, value):
        done = self.execute(f"UPDATE event SET {column} = ? WHERE position = ?", (value, position))
        assert done.rowcount == 1

    def rehash(self):
        """Every leaf and node, made again from the bytes."""
        subtrees = []
        rows = self.execute("SELECT position, bytes FROM event ORDER BY position").fetchall()
        for position, entry in rows:
            completed = [leaf_hash(entry)]
            while (position >> len(completed) - 1) % 2 == 0:
                completed.append(hashlib.sha256(
                    b"\1" + subtrees.pop() + completed[-1]).digest())
            subtrees.append(completed[-1])
            self.set(position, "hashes", b"".join(completed))

    def rewrite(self, position, **changes):
        """A fact told otherwise, and everything that hangs on its bytes made again."""
        self.set(position, "bytes", canonical({**self.event(position), **changes}))
        self.rehash()

    def move(self, old, new):
        """Gives an event another position, with its tags."""
        self.execute("UPDATE event SET position = ? WHERE position = ?", (new, old))
        self.execute("UPDATE tag SET position = ? WHERE position = ?", (new, old))

    def swap(self, one, other):
        self.move(one, -1)
        self.move(other, one)
        self.move(-1, other)

    def last(self):
        return self.value("SELECT max(position) FROM event")

    def cut(self, last):
        """Takes every event after this position away."""
        for table in ("event", "tag"):
            self.execute(f"DELETE FROM {table} WHERE position > ?", (last,))
