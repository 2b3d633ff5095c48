"""How a document is read: its blocks, the commands in them, and what may differ in what they print.

In a ```console block, a line that begins with "$ " is a command for bash. It goes on after a line
that ends with a backslash, and through a here-document. The lines up to the next command are
everything it prints, on standard output and standard error. It ends with status 0, or says `# exit
status N` (in French `# code de sortie N`) at the end of its last line. In a ```console figures
block numbers are this machine's, and so is the status.

What depends on keys, on instants or on the day of the run may differ from what is shown, and is
listed in `KINDS`. What a document shows twice must be the same both times it is printed.
"""

import collections
import datetime
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ("README.md", "LISEZMOI.md")

STATUS = re.compile(r"# (?:exit status|code de sortie) (\d+)$")
HERE_DOCUMENT = re.compile(r"<<'?(\w+)'?")

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre")

# A day of the run: yesterday (a run about midnight) to two months on (an erasure's last day).
FIRST_DAY = datetime.date.today() - datetime.timedelta(1)
LAST_DAY = FIRST_DAY + datetime.timedelta(62)
# The documents show no day of a run before it: an earlier day is one of their stories.
FIRST_WRITTEN = datetime.date(2026, 11, 1)

NUMBERS = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
WORDS = re.compile(rf"(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})")


def day(text):
    """The day that a text gives, in figures, in French words or as an instant's; None if it is none."""
    numbers, words = NUMBERS.fullmatch(text), WORDS.fullmatch(text)
    try:
        if numbers:
            return datetime.date(int(numbers[3]), int(numbers[2]), int(numbers[1]))
        if words:
            return datetime.date(int(words[3]), MONTHS.index(words[2]) + 1, int(words[1]))
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def of_the_run(shown, printed):
    """Whether both are days of a run: that of the document's writing, and this one."""
    written, now = day(shown), day(printed)
    return bool(written and now) and FIRST_WRITTEN <= written and FIRST_DAY <= now <= LAST_DAY


def always(_shown, _printed):
    return True


def never(_shown, _printed):
    return False


# What may differ: how it is written, and which values may stand in the place of the one shown.
KINDS = {
    "digest": (r"\b[0-9a-f]{64}\b", never),  # of every state: the same everywhere
    "base64": (r"[A-Za-z0-9+/]{42,}={0,2}", always),  # a root, a hash, a signature, a sealed text
    "uuid": (r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", always),
    "origin": (r"acquis/[0-9a-f]{16}(?:\+[0-9a-f]{8})?", always),  # the name a ledger signs under
    "key": (r"k-[0-9a-f]{24}", always),  # a person's key
    "made": (r"\b[DP]-[0-9A-HJKMNP-TV-Z]{10}\b", always),  # an id made from a sheet
    "nonce": (r'(?<="nonce":")[A-Za-z0-9+/]{16}(?=")', always),
    "instant": (r"\d{4}-\d\d-\d\dT\d\d:?\d\d:?\d\d(?:\.\d+)?Z", of_the_run),
    "day": (r"\d{4}-\d\d-\d\d", of_the_run),
    "numbers": (rf"\b{NUMBERS.pattern}\b", of_the_run),
    "words": (WORDS.pattern, of_the_run),
}
FIGURES = {**KINDS, "figure": (r"\d[\d.,]*", always), "floor": (r"(?i:not kept|kept)", always)}
REPEATABLE = {"base64", "uuid", "origin", "key", "made"}


def pattern(kinds):
    return re.compile("|".join(f"(?P<{kind}>{text})" for kind, (text, _) in kinds.items()))


PATTERNS = {False: (KINDS, pattern(KINDS)), True: (FIGURES, pattern(FIGURES))}


class Values:
    """Which printed value stands for which shown one, in one document."""

    def __init__(self):
        self.printed = {}

    def alike(self, shown, printed, figures=False):
        """Whether two lines are the same but for what may differ; where not, nothing is kept."""
        kinds, found = PATTERNS[figures]
        if found.sub("\0", shown) != found.sub("\0", printed):
            return False
        learned = {}
        for left, right in zip(found.finditer(shown), found.finditer(printed)):
            kind = left.lastgroup
            if kind != right.lastgroup:
                return False
            if kind in REPEATABLE:
                known = self.printed.get(left[0], learned.get(left[0], right[0]))
                if known != right[0]:
                    return False
                learned[left[0]] = right[0]
            elif left[0] != right[0] and not kinds[kind][1](left[0], right[0]):
                return False
        self.printed.update(learned)
        return True

    def as_shown(self, line):
        """A printed line with the values that the document shows in the place of this run's."""
        shown = {value: key for key, value in self.printed.items()}
        return PATTERNS[False][1].sub(lambda match: shown.get(match[0], match[0]), line)


Block = collections.namedtuple("Block", "language attributes line lines")
Command = collections.namedtuple("Command", "line text status shown figures")


def documents():
    """Every document of the repository whose commands are run, from its root."""
    return [path for path in files() if path.name in NAMES]


def files():
    """Every file of the repository: by git, or by a walk where there is no git."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True,
            text=True, check=True).stdout.splitlines()
        paths = [ROOT / name for name in listed]
    except (OSError, subprocess.CalledProcessError):
        paths = [
            path for path in ROOT.rglob("*")
            if not {".build", ".git"} & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in paths if path.is_file())


def blocks(text):
    """The fenced blocks of a document."""
    opened, found = None, []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("```"):
            if opened:
                opened.lines.append(line)
        elif opened:
            found.append(opened)
            opened = None
        else:
            words = line[3:].split()
            opened = Block(words[0] if words else "", words[1:], number, [])
    if opened:
        raise ValueError(f"line {opened.line}: this block has no end")
    return found


def commands(block):
    """The commands of a console block, each with the lines that it is shown to print."""
    found, lines = [], list(enumerate(block.lines, block.line + 1))
    while lines:
        number, line = lines.pop(0)
        if not line.startswith("$ "):
            if not found:
                raise ValueError(f"line {number}: no command prints this")
            found[-1].shown.append(line)
            continue
        text = [line[2:]]
        while text[-1].endswith("\\"):
            text.append(lines.pop(0)[1])
        until = HERE_DOCUMENT.search("\n".join(text))
        while until and text[-1] != until[1]:
            text.append(lines.pop(0)[1])
        status = STATUS.search(text[-1])
        found.append(Command(
            number, "\n".join(text), int(status[1]) if status else 0, [],
            "figures" in block.attributes))
    return found
