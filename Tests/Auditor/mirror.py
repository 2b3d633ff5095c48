#!/usr/bin/env python3
"""Keep a copy of an acquis log, fetched from its server without trusting it.

FOLDER holds the log as C2SP tlog-tiles lays it out: `checkpoint`, and under
`tile/` the hashes of the tree and the entries. Each run takes the newest
checkpoint, checks its signature by the key in the file KEY (what `acquis audit
key` prints, had from a channel of your own; former keys on the lines after it)
and that its log begins with the one copied before, then fetches what is new.
Everything that FOLDER holds is hashed again, what was copied before included.
Nothing is kept before it leads to the signed root; `checkpoint` is written
last. A run that was interrupted goes on where it was: until it is whole,
`checkpoint.next` is what it goes on to, and holds the server to it.

The token comes from a file or from $ACQUIS_TOKEN, never from the command line,
and is sent over https, or to this machine itself; redirects are refused.

Exit status: 0 the copy is whole, 1 the log is not what was signed or does not
continue the copy, which stays as it was, 2 wrong usage, or a file or openssl
that cannot be used, 3 the server cannot be reached or gives no proper answer.
Written from C2SP tlog-tiles, and RFC 9162 by auditor.py, which is beside it.
"""
import argparse
import contextlib
import fcntl
import http.client
import ipaddress
import os
import re
import socket
import ssl
import sys
import threading
import urllib.parse
import zlib
from base64 import b64encode

from auditor import Rejected, node_hash, read_key, read_note, sha256


class Unreachable(Exception):
    """The server cannot be reached, or its answer is not one."""


class Usage(Exception):
    """What was given cannot be used."""


# --- 1. Tiles: names and arithmetic -----------------------------------------
FULL = 256    # hashes or entries of a full tile
LEVELS = range(7)    # of tiles; NUMBER of auditor.py ends below 256^7


def name_of(level, index, width):
    name = f"{index % 1000:03}"
    while index >= 1000:
        index //= 1000
        name = f"x{index % 1000:03}/{name}"
    return f"tile/{level}/{name}" + (f".p/{width}" if width < FULL else "")


def tiles(size, level=0):
    """Index and width of each tile of a level in the log of this size."""
    count = size >> 8 * level
    for start in range(0, count, FULL):
        yield start // FULL, min(FULL, count - start)


def edge(size):
    """The tiles that are not full: level, index, width. They come to the
    root, as each full one is a hash of the tile above it."""
    for level in LEVELS:
        index, width = divmod(size >> 8 * level, FULL)
        if width:
            yield level, index, width


def fold(nodes, rest=b""):
    """The hash of adjacent subtrees of one size, and of the smaller tree that
    follows them, if any: of a full tile its node in the tile above."""
    while nodes:
        if len(nodes) % 2:
            rest = node_hash(nodes[-1], rest) if rest else nodes[-1]
        nodes = [node_hash(*pair) for pair in zip(nodes[::2], nodes[1::2])]
    return rest


def hashes(data, width):
    if len(data) != 32 * width:
        raise Rejected(f"has {len(data)} bytes, not {width} hashes")
    return [data[at:at + 32] for at in range(0, len(data), 32)]


def check_bundle(data, leaves, first):
    """Each entry follows its length, in two bytes, and has its leaf hash."""
    at = 0
    for position, leaf in enumerate(leaves, first):
        end = at + 2 + int.from_bytes(data[at:at + 2], "big")
        if end > len(data):
            raise Rejected(f"ends within the entry of position {position}: "
                           "its lengths are wrong")
        if sha256(b"\0" + data[at + 2:end]) != leaf:
            raise Rejected(f"has another entry of position {position} than "
                           "the one that was signed")
        at = end
    if at != len(data):
        raise Rejected(f"has bytes after its {len(leaves)} entries: its "
                       "lengths are wrong")


# --- 2. The server: of each answer its time and its length are bounded ------
class Server:
    def __init__(self, url, token, seconds):
        try:
            parts = urllib.parse.urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise Usage(f"--url: {error}") from None
        if (parts.scheme not in ("http", "https") or not host or "@" in
                parts.netloc or not re.fullmatch(r"[!-~]+", url)
                or parts.query or parts.fragment):
            raise Usage("--url is https://HOST[:PORT][/PATH]")
        if parts.scheme == "http" and not is_this_machine(host):
            raise Usage("--url is http to another machine: all could read the "
                        "token; give https")
        if not re.fullmatch(r"[A-Za-z0-9._~+/-]+=*", token):
            raise Usage("the token is not one line of letters, digits and "
                        "-._~+/")
        self.headers = {"Authorization": f"Bearer {token}",
                        "Accept-Encoding": "gzip"}
        self.prefix, self.seconds = parts.path.rstrip("/") + "/log/", seconds
        self.connection = (
            http.client.HTTPConnection(host, port, timeout=seconds)
            if parts.scheme == "http" else http.client.HTTPSConnection(
                host, port, timeout=seconds,
                context=ssl.create_default_context()))

    def get(self, name, limit):
        """The bytes of a file of the log, at most so many."""
        idle = self.connection.sock is not None
        try:
            try:
                return self.answer(name, limit)
            except (ConnectionError, http.client.BadStatusLine):
                if not idle:
                    raise
                self.connection.close()    # it had closed it: once more
                return self.answer(name, limit)
        except (OSError, http.client.HTTPException, zlib.error) as error:
            raise Unreachable(f"{name}: {error or type(error).__name__}"
                              ) from None
        except BaseException:    # what is left of the answer is not read
            self.connection.close()
            raise

    def answer(self, name, limit):
        if self.connection.sock is None:
            self.connection.connect()
        late = threading.Event()
        timer = threading.Timer(
            self.seconds, hang_up, (self.connection.sock, late))
        timer.daemon = True
        timer.start()
        in_time = Unreachable(
            f"{name}: no whole answer within {self.seconds:g} s")
        try:
            data = self.exchange(name, limit)
        except (OSError, http.client.HTTPException, Unreachable):
            if late.is_set():
                raise in_time from None
            raise
        finally:
            timer.cancel()
        if late.is_set():    # an end that nothing announced may be ours
            raise in_time
        return data

    def exchange(self, name, limit):
        self.connection.request("GET", self.prefix + name,
                                headers=self.headers)
        response = self.connection.getresponse()
        check_status(name, response)
        data = response.read(limit + 1024)    # a zipped one may be longer
        whole = not response.length    # of what was announced, all is read
        if len(data) <= limit + 1023 and response.getheader(
                "Content-Encoding") == "gzip":
            unzip = zlib.decompressobj(31)
            data = unzip.decompress(data, limit + 1)
            whole = whole and unzip.eof
        if len(data) > limit:
            raise Unreachable(f"{name}: the answer is longer than it can be")
        if not whole:
            raise Unreachable(f"{name}: the answer is cut short")
        return data


def is_this_machine(host):
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hang_up(connected, late):
    """Ends the reading of an answer that is not whole in time."""
    late.set()
    with contextlib.suppress(OSError):
        connected.shutdown(socket.SHUT_RDWR)


def check_status(name, response):
    if response.status in (401, 403):
        raise Unreachable(f"{name}: the server does not accept the token "
                          f"({response.status})")
    if 300 <= response.status < 400:
        raise Unreachable(f"{name}: the server sends elsewhere "
                          f"({response.status}): redirects are refused")
    if response.status != 200:
        raise Unreachable(f"{name}: the server answers {response.status}")


# --- 3. The folder: each file whole or not at all ---------------------------
class Folder:
    def __init__(self, path):
        self.path, self.unsynced = path, set()
        os.makedirs(path, mode=0o700, exist_ok=True)
        self.lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Usage(f"{path}: another run is at work there") from None

    def read(self, name, limit):
        """The bytes of a file, or more than `limit`; None if there is none."""
        try:
            with open(os.path.join(self.path, name), "rb") as file:
                return file.read(limit + 1)
        except FileNotFoundError:
            return None

    def write(self, name, data):
        """Durable once `sync` returns; the draft's name is always the same."""
        draft, target = (os.path.join(self.path, each)
                         for each in (".draft", name))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(draft, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, target)
        while name:
            name = os.path.dirname(name)
            self.unsynced.add(os.path.join(self.path, name))

    def sync(self):
        for path in self.unsynced:
            folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
            os.fsync(folder)
            os.close(folder)
        self.unsynced = set()

    def drop_partial(self, kept):
        """Removes the partial tiles of earlier sizes."""
        for path, _, names in os.walk(os.path.join(self.path, "tile")):
            if path.endswith(".p"):
                names = [os.path.join(path, name) for name in names]
                for name in names:
                    if os.path.relpath(name, self.path) not in kept:
                        os.remove(name)
                with contextlib.suppress(OSError):
                    os.rmdir(path)


# --- 4. The mirror ----------------------------------------------------------
NOTE = 1 << 20    # bytes of a checkpoint: more than any needs


class Mirror:
    """The tree of the checkpoint that the server signs now. Of its tiles,
    `edge` are the partial ones, `ahead` those fetched to see the growth."""

    def __init__(self, server, folder, keys):
        self.server, self.folder, self.keys = server, folder, keys
        self.kept = self.state("checkpoint")
        self.seen = max(filter(None, (
            self.state("checkpoint.next"), self.kept)), default=(0, None))
        self.note = server.get("checkpoint", NOTE)
        try:
            self.size, self.root = read_note(self.note.decode(), keys[0])
        except UnicodeDecodeError:
            raise Rejected("the checkpoint served is not text") from None
        except Rejected as reason:
            raise Rejected(f"the checkpoint served: {reason}") from None
        self.edge, self.ahead, self.last, self.fetched = {}, {}, {}, 0

    def state(self, name):
        """Size and root of a checkpoint in the folder; None without one."""
        note = self.folder.read(name, NOTE)
        if note is None:
            return None
        for key in self.keys:
            with contextlib.suppress(Rejected, UnicodeDecodeError):
                return read_note(note.decode(), key)
        raise Rejected(f"{self.folder.path}/{name} is not a checkpoint signed "
                       "by a key given: another log is copied there, or by "
                       "another key; give the former key too")

    # What is served, before anything is kept

    def check_continuation(self):
        """Does the tree signed now begin with the last one seen?"""
        size, root = self.seen
        now = f"now it signs {self.size} entries with root {text(self.root)}"
        if self.size < size:
            raise Rejected(self.evidence(
                f"the log shrank, or this is an older checkpoint: {size} "
                f"entries were signed; {now}"))
        forked = self.size == size > 0 and self.root != root
        if not forked:
            self.read_edge()
            forked = size > 0 and self.root_at(size) != root
        if forked:
            raise Rejected(self.evidence(
                f"the log forked: it signed {size} entries with root "
                f"{text(root)}; {now}, and that log does not begin with "
                "these"))

    def evidence(self, words):
        return (f"{words}. Keep this checkpoint, and the one in "
                f"{self.folder.path}, as evidence:\n{self.note.decode()}")

    def read_edge(self):
        rest = b""
        for level, index, width in edge(self.size):
            name = name_of(level, index, width)
            self.ahead[name] = self.server.get(name, 32 * width)
            with blamed(f"{name}, as served, "):
                self.edge[level] = hashes(self.ahead[name], width)
            rest = fold(self.edge[level], rest)
        if (rest or sha256(b"")) != self.root:
            raise Rejected("the tiles at the end of the log, as served, do "
                           f"not come to the root signed at {self.size}")

    def root_at(self, size):
        rest = b""
        for level, index, width in edge(size):
            rest = fold(self.reach(level, index)[:width], rest)
        return rest

    def reach(self, level, index):
        """The hashes of a tile, served, under the root that was signed."""
        if index == (self.size >> 8 * level) // FULL:
            return self.edge[level]
        name = name_of(level, index, FULL)
        if name not in self.ahead:
            data = self.server.get(name, 32 * FULL)
            with blamed(f"{name}, as served, "):
                check_tile(data, FULL, self.reach(level + 1, index // FULL)
                           [index % FULL])
            self.ahead[name] = data
        return hashes(self.ahead[name], FULL)

    # What is kept

    def follow(self):
        """Takes in all that is new, and hashes what is there again."""
        is_new = (self.size, self.root) != self.kept
        if is_new:
            self.folder.write("checkpoint.next", self.note)
            self.folder.sync()
        partial = {name_of(*each) for each in edge(self.size)}
        for level in reversed(LEVELS):    # each is checked by the one above
            for index, width in tiles(self.size, level):
                self.keep(name_of(level, index, width), 32 * width,
                          self.tile_check(level, index, width))
        for index, width in tiles(self.size):
            def check(data, index=index):
                check_bundle(data, self.held(0, index), FULL * index + 1)
            name = name_of("entries", index, width)
            if self.keep(name, width * (2 + 65535), check):
                self.fetched += width
            if width < FULL:
                partial.add(name)
        self.folder.sync()
        if is_new or self.folder.read("checkpoint", NOTE) != self.note:
            self.folder.write("checkpoint", self.note)
            self.folder.sync()
        with contextlib.suppress(FileNotFoundError):
            os.remove(os.path.join(self.folder.path, "checkpoint.next"))
        self.folder.drop_partial(partial)

    def keep(self, name, limit, check):
        """Checks the file here, or fetches it; whether it was fetched."""
        own = self.folder.read(name, limit)
        if own is not None:
            with blamed(f"{self.folder.path}/{name} was changed here since it "
                        "was copied (remove it, and run again): it "):
                check(own)
            return False
        data = self.ahead.get(name) or self.server.get(name, limit)
        with blamed(f"{name}, as served, "):
            check(data)
        self.folder.write(name, data)
        return True

    def tile_check(self, level, index, width):
        def check(data):
            if width < FULL:
                if data != b"".join(self.edge[level]):
                    raise Rejected("does not come to the root that was signed")
            else:
                check_tile(data, width, self.held(level + 1, index // FULL)
                           [index % FULL])
        return check

    def held(self, level, index):
        """The hashes of a tile that `follow` has checked and kept."""
        if index == (self.size >> 8 * level) // FULL:
            return self.edge[level]
        if self.last.get(level, (None,))[0] != index:
            data = self.folder.read(name_of(level, index, FULL), 32 * FULL)
            self.last[level] = index, hashes(data, FULL)
        return self.last[level][1]


def check_tile(data, width, node):
    if fold(hashes(data, width)) != node:
        raise Rejected("does not hash to its node in the tile above it")


@contextlib.contextmanager
def blamed(words):
    """Says what a fault is in."""
    try:
        yield
    except Rejected as reason:
        raise Rejected(words + str(reason)) from None


def text(digest):
    return b64encode(digest).decode()


# --- 5. The command ---------------------------------------------------------
def token_of(path):
    if path is None:
        token = os.environ.get("ACQUIS_TOKEN", "")
        if not token:
            raise Usage("the token is missing: --token-file FILE, or "
                        "$ACQUIS_TOKEN")
        return token
    with open(path, "rb") as file:
        return file.read(1 << 16).decode(errors="replace").strip()


def keys_of(path):
    with open(path, "rb") as file:
        lines = file.read(1 << 20).decode(errors="replace").splitlines()
    if not lines:
        raise Usage(f"{path} holds no key")
    try:
        return [read_key(line) for line in lines]
    except Rejected as reason:
        raise Usage(f"{path}: {reason}") from None


def run(options):
    server = Server(options.url, token_of(options.token_file), options.timeout)
    keys = keys_of(options.vkey)
    mirror = Mirror(server, Folder(options.folder), keys)
    mirror.check_continuation()
    mirror.follow()
    print(f"{keys[0][0]}: {mirror.size} entries in {options.folder}, "
          f"{mirror.fetched} of them fetched now, each as signed. Root:",
          text(mirror.root))


def seconds(words):
    value = float(words)
    if not 0 < value <= 86400:
        raise ValueError
    return value


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", required=True, help="of the server; the log "
                        "is below it, at /log/")
    parser.add_argument("--token-file", metavar="FILE")
    parser.add_argument("--vkey", metavar="KEY", required=True)
    parser.add_argument("--timeout", metavar="SECONDS", type=seconds,
                        default=60, help="of each answer, whole (60)")
    parser.add_argument("folder", metavar="FOLDER")
    options = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    try:
        run(options)
        return 0
    except Rejected as reason:
        status, words = 1, f"REFUSED: {reason}"
    except Usage as reason:
        status, words = 2, reason
    except OSError as error:
        status = 2
        words = f"{error.filename or options.folder}: {error.strerror}"
    except Unreachable as reason:
        status, words = 3, reason
    except KeyboardInterrupt:
        status, words = 130, "interrupted; the next run goes on from here"
    print(words, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
