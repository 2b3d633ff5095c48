"""A person at the pages of `acquis serve`: signs in with a token, follows links, fills in forms and sends them.

A browser's part alone: cookies are kept and sent, forms are read from the page with what they hold.
"""

import html
import html.parser
import http.cookies
import re
import urllib.parse

from served import Answer

FORM = "application/x-www-form-urlencoded"
VOID = {"br", "hr", "img", "input", "meta", "link", "col"}


class Page(html.parser.HTMLParser):
    """What a browser finds in a page: its forms, its elements with their attributes, its text."""

    def __init__(self, source):
        super().__init__()
        self.forms, self.elements, self.words = [], [], []
        self.form, self.select, self.area = None, None, None
        self.feed(source)
        self.close()
        self.text = re.sub(r"\s+", " ", "".join(self.words))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append((tag, attrs))
        if tag == "form":
            self.form = Form(attrs)
            self.forms.append(self.form)
        name = attrs.get("name")
        if self.form is None:
            return
        if tag == "input" and name and (
                attrs.get("type") not in ("checkbox", "radio") or "checked" in attrs):
            self.form.fields.append((name, attrs.get("value") or ""))
        elif tag == "select":
            self.select = [name, None]
        elif tag == "option" and self.select and (
                self.select[1] is None or "selected" in attrs):
            self.select[1] = attrs.get("value") or ""
        elif tag == "textarea":
            self.area = [name, ""]
        elif tag == "button":
            self.form.buttons.append((name, attrs.get("value")))

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

    def links(self):
        return [attrs["href"] for tag, attrs in self.elements if tag == "a"]

    def form_to(self, address):
        """The form that is sent to this path."""
        found = [form for form in self.forms if form.action.split("?")[0] == address]
        assert found, f"no form to {address}: {[form.action for form in self.forms]}"
        return found[0]


class Form:
    def __init__(self, attrs):
        self.action, self.method = attrs.get("action", ""), attrs.get("method", "get")
        self.fields, self.buttons = [], []

    def __getitem__(self, name):
        return dict(self.fields).get(name)

    def filled(self, **changed):
        """The fields as a browser sends them, some filled in; `a__b` is the field a.b."""
        changed = {name.replace("__", "."): value for name, value in changed.items()}
        kept = [(name, changed.pop(name, value)) for name, value in self.fields]
        return kept + list(changed.items())


def encoded(fields):
    """The bytes of a form."""
    return urllib.parse.urlencode(list(fields)).encode()


class Visitor:
    """A browser at a server: its cookies, and nothing else that it remembers."""

    def __init__(self, server, language="en"):
        self.server, self.language = server, language
        self.cookies = {}

    def ask(self, method, path, body=None, **headers):
        sent = {"Accept_Language": self.language, **headers}
        if self.cookies and "Cookie" not in sent:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None and "Content_Type" not in sent:
            sent["Content_Type"] = FORM
        answer = self.server.ask(method, path, body=body, **sent)
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(line).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def page(self, path, status=200):
        answer = self.get(path)
        assert answer.status == status, (path, answer.status, answer.body[:1500])
        return Page(answer.text)

    def post(self, path, *fields, key=True, **headers):
        """Sends fields as a form, with the session's key."""
        fields = list(fields)
        if key is True and not any(name == "form" for name, _ in fields):
            fields.insert(0, ("form", self.key()))
        return self.ask("POST", path, encoded(fields), **headers)

    def send(self, form, **changed):
        """Sends a form of a page."""
        return self.ask("POST", form.action, encoded(form.filled(**changed)))

    def key(self):
        """The key of the session's forms."""
        return self.page("/certifications").form_to("/sign-out")["form"]

    def sign_in(self, token, next="/", **headers):
        """The answer to a token typed into the page to sign in."""
        form = Page(self.get("/sign-in?" + urllib.parse.urlencode({"next": next})).text).form_to(
            "/sign-in")
        return self.ask("POST", "/sign-in", encoded(form.filled(token=token)), **headers)

    def signed_in(self, token):
        answer = self.sign_in(token)
        assert answer.status == 303, (answer.status, answer.body[:1500])
        return self


__all__ = ["Answer", "FORM", "Form", "Page", "VOID", "Visitor", "encoded"]
