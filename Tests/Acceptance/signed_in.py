"""A person at the pages of `acquis serve`: signs in with a token, reads pages, sends their forms.

What a browser does of itself is done here: cookies are kept, a form is sent with what it holds.
"""

import html.parser
import http.cookies
import re
import urllib.parse

import jury_scene
from served import ServedTrials

FORM = "application/x-www-form-urlencoded"
# A word of every name and of every reason of the scene, and of nothing else.
SECRET = "Zyxsecret"
# What must never be anything but text; the first is short enough for a name.
HOSTILE_NAME = '"><img src=x onerror=a()>\u2028\u202e</title>'
HOSTILE = HOSTILE_NAME + "'&amp;</textarea><script>a()</script>"


class Page(html.parser.HTMLParser):
    """What a browser finds in a page: its elements with their attributes, its forms, its text."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.forms, self.words = [], [], []
        self.form, self.select, self.area = None, None, None
        self.feed(source)
        self.close()
        self.text = re.sub(r"\s+", " ", " ".join(self.words))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append((tag, attrs))
        name = attrs.get("name")
        if tag == "form":
            self.form = Form(attrs)
            self.forms.append(self.form)
        elif self.form is None:
            return
        elif tag == "input":
            if name and (attrs.get("type") != "checkbox" or "checked" in attrs):
                self.form.fields.append((name, attrs.get("value") or ""))
        elif tag == "select":
            self.select = [name, None]
        elif tag == "option" and self.select:
            # Not one of a list of suggestions.
            if self.select[1] is None or "selected" in attrs:
                self.select[1] = attrs.get("value") or ""
        elif tag == "textarea":
            self.area = [name, ""]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select" and self.select:
            self.form.fields.append((self.select[0], self.select[1] or ""))
            self.select = None
        elif tag == "textarea" and self.area:
            self.form.fields.append(tuple(self.area))
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.area[1] += data
        self.words.append(data)

    @property
    def links(self):
        return [attrs["href"] for tag, attrs in self.elements if tag == "a"]

    def form_to(self, path):
        """The form that is sent to this path."""
        found = [form for form in self.forms if form.action.split("?")[0] == path]
        assert found, f"no form to {path}: {[form.action for form in self.forms]}"
        return found[-1]

    def strange(self):
        """The elements that would run something, or load it from elsewhere."""
        return [
            (tag, attrs) for tag, attrs in self.elements
            if tag in ("img", "iframe", "object", "embed", "base") or "style" in attrs
            or any(name.startswith("on") for name in attrs)
            or (tag == "script" and "src" not in attrs)
            or any(not attrs[name].startswith(("/", "#"))
                   for name in ("src", "href", "action") if attrs.get(name))]


class Form:
    """A form of a page, with what it holds."""

    def __init__(self, attrs):
        self.action, self.method = attrs["action"], attrs["method"]
        self.fields = []

    def __getitem__(self, name):
        return dict(self.fields).get(name)

    def filled(self, changed):
        """The fields as a browser sends them, with these filled in, or added as a button is."""
        changed = dict(changed)
        kept = [(name, changed.pop(name, value)) for name, value in self.fields]
        return kept + list(changed.items())


def encoded(fields):
    """The bytes of a form."""
    return urllib.parse.urlencode(list(fields)).encode()


class Visitor:
    """A browser at a server."""

    def __init__(self, server, language="en"):
        self.server, self.language = server, language
        self.cookies = {}

    def ask(self, method, path, body=None, **headers):
        sent = {"Accept_Language": self.language, **headers}
        if self.cookies:
            sent.setdefault("Cookie", "; ".join("=".join(pair) for pair in self.cookies.items()))
        if body is not None:
            sent.setdefault("Content_Type", FORM)
        answer = self.server.ask(method, path, body=body, **sent)
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, cookie in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = cookie.value
                if cookie["max-age"] == "0":
                    del self.cookies[name]
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def page(self, path, status=200):
        answer = self.get(path)
        assert answer.status == status, (path, answer.status, answer.body[-1500:])
        return Page(answer.text)

    @property
    def key(self):
        """The key that each form of the session has."""
        return self.page("/certifications").form_to("/sign-out")["form"]

    def post(self, path, *fields, key=None, **headers):
        """Sends fields as a form of the session, or with another key."""
        fields = [("form", self.key if key is None else key), *fields]
        return self.ask("POST", path, encoded(fields), **headers)

    def fill(self, path, **fields):
        """Fills in the form that a page sends to itself, and sends it; `a__b` is the field a.b."""
        return self.ask("POST", *self.filled(path, **fields))

    def show_names(self, shown=True):
        """By the button of every page."""
        form = self.page("/certifications").form_to("/session")
        return self.ask("POST", "/session", encoded(
            form.filled({"names": "show" if shown else "hide"})))

    def filled(self, path, **fields):
        """The address of a page's form that is filled in, and its bytes."""
        form = self.page(path).form_to(path.split("?")[0])
        return form.action, encoded(form.filled(
            {name.replace("__", "."): value for name, value in fields.items()}))

    def try_token(self, token, next="/", **headers):
        """The answer to a token typed into the page to sign in."""
        page = self.get("/sign-in?" + urllib.parse.urlencode({"next": next}), **headers)
        form = Page(page.text).form_to("/sign-in")
        return self.ask("POST", "/sign-in", encoded(form.filled({"token": token})), **headers)

    def sign_in(self, token, **headers):
        answer = self.try_token(token, **headers)
        assert answer.status == 303, (answer.status, answer.body[-1500:])
        return self


class PageTrials(ServedTrials):
    def visitor(self, token, server=None, language="en"):
        return Visitor(server or self.server, language).sign_in(token)

    def opened(self, ledger=None):
        """How often each person was named to each one who asked."""
        lines = self.done("access", "opened", "--json", ledger=ledger).splitlines()
        return [line for line in lines if line]


def hostile_session():
    """A jury's session; the invented people have names that may be taken for nothing but text."""
    people = {
        "1": (f"{SECRET}{HOSTILE_NAME}", f"{SECRET}' onclick='a()", "F"),
        "2": (f"{SECRET}Nu\u2028gyen", f"{SECRET}\u202eThi", "F"),
        "3": (f"{SECRET}]]><!--", f"{SECRET}javascript:a()", "F"),
        "4": (f"{SECRET}&lt;b&gt;", f"{SECRET}<b", "F")}
    usual = jury_scene.PEOPLE
    jury_scene.PEOPLE = people
    try:
        facts = jury_scene.session()
    finally:
        jury_scene.PEOPLE = usual
    for fact in facts:
        data = dict(fact["data"])
        for name in ("grounds", "recommendation"):
            if name in data:
                data[name] = f"{SECRET}{HOSTILE}"
        if "members" in data:
            data["members"] = [{**seat, "name": f"{SECRET}{HOSTILE_NAME}"} for seat in data["members"]]
        if "by" in data:
            data["by"] = {**data["by"], "name": f"{SECRET}{HOSTILE_NAME}"}
        fact["data"] = data
    waiting = [
        *jury_scene.person("5", f"{SECRET}Cinq", SECRET, "F"),
        jury_scene.convened("J2", "2026-05-12"), *jury_scene.summoned("D5", jury="J2"),
        jury_scene.event(
            "CandidacyWithdrawn", "2026-07-01", candidacy="D4", grounds=f"{SECRET}{HOSTILE}")]
    return facts + waiting
