"""A server of a ledger, for the tests of `acquis serve`: started, asked over HTTP, and stopped.

Reads the program's path from $ACQUIS.
"""

import collections
import http.client
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import uuid

from test_command_line import ACQUIS
from trials import Trials, run, until

JSON = "application/json"
LISTENING = re.compile(r": listening on (\S+) \(Ctrl-C stops\)$")


class Answer(collections.namedtuple("Answer", "status headers body")):
    """A status, the headers as http.client has them, and the bytes."""

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode()

    @property
    def next(self):
        """The address of the next page, or None."""
        match = re.fullmatch(r'<([^>]*)>; rel="next"', self.headers.get("Link", ""))
        return match and match[1]


class Served:
    """A running server. Whatever it is asked fails with its standard error once it has died."""

    def __init__(self, ledger, *options, port=0, before=(), program=ACQUIS):
        self.ledger = ledger
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="acquis-served-"))
        with open(self.folder / "stderr", "wb") as notes:
            self.process = subprocess.Popen(
                [*before, program, "serve", "--port", str(port), *options, "--ledger", str(ledger)],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=notes, text=True,
                env={**os.environ, "LC_ALL": "C", "LANG": "C"}, start_new_session=True)
        lines = queue.Queue()
        threading.Thread(
            target=lambda: lines.put(self.process.stdout.readline()), daemon=True).start()
        try:
            self.line = lines.get(timeout=60).rstrip("\n")
        except queue.Empty:
            self.line = ""
        match = LISTENING.search(self.line)
        if not match:
            self.kill()
            raise AssertionError(f"the server does not listen: {self.line!r} {self.notes()}")
        self.origin = match[1]
        self.port = int(self.origin.rsplit(":", 1)[1]) if match[1].startswith("http://127") else port
        self.host = f"127.0.0.1:{self.port}"

    @property
    def url(self):
        return f"http://{self.host}"

    def notes(self):
        """Its standard error up to now."""
        return (self.folder / "stderr").read_text(errors="replace")

    def requests(self):
        """Its log of requests."""
        return [json.loads(line) for line in self.notes().splitlines() if line.startswith("{")]

    # Asking

    def ask(self, method, path, token=None, body=None, timeout=120, **headers):
        """The answer to one request on a connection of its own; `X_Y=` is the header X-Y."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body, ensure_ascii=False).encode()
        if body is not None:
            sent.setdefault("Content-Type", JSON)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        except (OSError, http.client.HTTPException) as failure:
            # A server that dies is gone a moment after its sockets.
            until(lambda: self.process.poll() is not None, 2)
            raise AssertionError(
                f"{method} {path}: {failure!r}; status {self.process.poll()}\n{self.notes()[-3000:]}"
            ) from failure
        finally:
            connection.close()

    def get(self, path, token=None, **headers):
        return self.ask("GET", path, token, **headers)

    def post(self, path, token, body, **headers):
        return self.ask("POST", path, token, body, **headers)

    def connect(self, timeout=60):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def raw(self, *parts, timeout=60):
        """What comes back for these bytes, until the server closes."""
        with self.connect(timeout) as plug:
            try:
                for part in parts:
                    plug.sendall(part)
            except OSError:
                pass  # It has heard enough; its answer is there to be read.
            return everything(plug)

    def head(self, method, path, *lines, token=None):
        """A request's head, with blank line, for `raw`."""
        known = [f"Authorization: Bearer {token}"] if token else []
        return "\r\n".join(
            [f"{method} {path} HTTP/1.1", f"Host: {self.host}", *known, *lines, "", ""]).encode()

    # Ending

    def stop(self, number=signal.SIGTERM):
        """Its exit status."""
        self.signal(number)
        try:
            return self.process.wait(60)
        finally:
            self.kill()

    def signal(self, number):
        """To the server and to what it was started by."""
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass

    def kill(self):
        self.signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def end(self):
        """Kills it where it still runs, and clears up."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def everything(plug):
    """All that comes until the other end closes."""
    parts = []
    while True:
        try:
            part = plug.recv(65536)
        except ConnectionResetError:
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts)


def status_of(raw):
    """The status of a raw answer; None where there is none."""
    match = re.match(rb"HTTP/1\.1 (\d{3}) ", raw)
    return match and int(match[1])


def free_port():
    """A port that was free a moment ago: with an origin, the line does not say which was chosen."""
    with socket.socket() as plug:
        plug.bind(("127.0.0.1", 0))
        return plug.getsockname()[1]


def granted(ledger, who, role, *options):
    """A new token."""
    outcome = run(ledger, "access", "grant", who, "--role", role, *options)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout.splitlines()[-1].split()[-1]


def new_id():
    """A UUID as ids of events are, version 7."""
    text = str(uuid.uuid4())
    return f"{text[:14]}7{text[15:]}"


def fact(kind, day, **data):
    """An object for the API, which says itself who records."""
    return {"type": kind, "occurredOn": day, "data": data}


def posted(event):
    """An event of other tests, without who recorded it."""
    return {name: value for name, value in event.items() if name != "recordedBy"}


class ServedTrials(Trials):
    """A ledger, its server and tokens for each role."""

    def serve(self, *options, ledger=None, **more):
        server = Served(ledger or self.ledger, *options, **more)
        self.addCleanup(server.end)
        return server

    def grant(self, who, role, *options, ledger=None):
        return granted(ledger or self.ledger, who, role, *options)

    def problem(self, status, answer, *words):
        """A refusal: its status, its form (RFC 9457) and words of its detail; nothing of a person."""
        self.assertEqual(answer.status, status, answer.body[:500])
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        told = answer.json
        self.assertEqual(told["status"], status)
        self.assertTrue(told["title"] and told["detail"], told)
        for word in words:
            self.assertIn(word, told["detail"])
        self.assertNotIn("secret", answer.text.lower())
        return told

    def good(self, answer):
        self.assertEqual(answer.status, 200, answer.body[:1000])
        return answer
