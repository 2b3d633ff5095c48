"""A small site to try the harness on: a good page, a bad one, and one behind a token, with a form."""

import http.server
import threading
import urllib.parse

GOOD = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Bonne</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">
<link rel="stylesheet" href="good.css"></head><body>
<a href="#main">Aller au contenu</a><header>acquis</header>
<main id="main" tabindex="-1"><h1>Bonne page</h1><p id="said">sans script</p>
<form action="good"><label for="name">Nom</label> <input id="name" name="name">
<button>Chercher</button></form><details><summary>Plus</summary><a href="bad">L’autre</a></details>
</main><script src="good.js"></script></body></html>"""
STYLE = """summary, a { display: block; padding: 1em } a { color: inherit }
body { background: white; color: black }
@media (prefers-color-scheme: dark) { body { background: black; color: white } }"""
SCRIPT = "document.getElementById('said').textContent = 'avec script'"
BAD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bad</title>
<link rel="icon" href="data:,"><meta http-equiv="Content-Security-Policy" content="default-src 'self'">
<link rel="stylesheet" href="bad.css"></head><body><main id="main"><h1>Bad</h1><form><input name="unnamed"></form>
<a href="/" tabindex="2">second</a> <a href="/" tabindex="1">first</a>
<div id="wide"><table><tr><td>%s</td></tr></table></div><img src="http://other.invalid/a.png" alt="">
<p style="color: red">x</p></main></body></html>""" % ("w" * 300)

FRAME = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>%s</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="good.css"></head><body>
<a href="#main">Aller au contenu</a><main id="main"><h1>%s</h1>%s</main></body></html>"""
SIGN_IN = """%s<form method="post" action="/sign-in"><input type="hidden" name="next" value="%s">
<label>Jeton <input type="password" name="token"></label><button>Se connecter</button></form>"""
FORM = """%s<form method="post" action="/form"><label>Jour <input name="day" value="%s"></label>
<label>Sexe <select name="identity.sex"><option value=""><option value="F">femme<option value="M">homme
</select></label><label><input type="checkbox" name="present" value="M1"> M1</label>
<label><input type="checkbox" name="present" value="M2"> M2</label>
<button name="act" value="try">Essayer</button><button name="act" value="record">Enregistrer</button></form>
<a href="/file">Le fichier</a>"""
FILES = {"/good": ("text/html", GOOD), "/bad": ("text/html", BAD), "/good.js": ("text/javascript", SCRIPT),
         "/good.css": ("text/css", STYLE), "/bad.css": ("text/css", "input { outline: none }")}


class SmallSite:
    """A server that runs until `test` ends."""

    def __init__(self, test):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        test.addCleanup(server.server_close)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        test.addCleanup(server.shutdown)
        self.url = f"http://127.0.0.1:{server.server_port}"


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split("?")[0]
        if path in FILES:
            self.answer(200, FILES[path][1], kind=FILES[path][0])
        elif self.headers.get("Cookie") != "small=right":
            self.answer(401, FRAME % ("Entrer", "Entrer", SIGN_IN % ("", path)))
        elif path == "/file":
            self.answer(200, "a file\n", ("Content-Disposition", "attachment; filename=file.txt"),
                        kind="text/plain")
        else:
            told = urllib.parse.unquote(self.path.partition("?")[2])
            done = f'<div class="done">{told}</div>' if told else ""
            self.answer(200, FRAME % ("Fiche", "Fiche", FORM % (done, "")))

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        form = urllib.parse.parse_qs(self.rfile.read(length).decode())
        if self.path == "/sign-in":
            if form.get("token") == ["right"]:
                return self.answer(303, "", ("Location", form["next"][0]),
                                   ("Set-Cookie", "small=right; HttpOnly; SameSite=Strict"))
            wrong = '<p class="refusals">jeton inconnu</p>'
            return self.answer(401, FRAME % ("Entrer", "Entrer", SIGN_IN % (wrong, form["next"][0])))
        present = form.get("present", [])
        if len(present) < 2:
            refused = '<p class="refusals">R03 : il manque un membre</p>'
            return self.answer(422, FRAME % ("Fiche", "Fiche", FORM % (refused, form["day"][0])))
        told = f"recorded {form.get('identity.sex', ['F'])[0]} {','.join(present)}"
        return self.answer(303, "", ("Location", "/form?" + urllib.parse.quote(told)))

    def answer(self, status, text, *headers, kind="text/html"):
        body = text.encode()
        self.send_response(status)
        for name, value in (*headers, ("Content-Type", f"{kind}; charset=utf-8"),
                            ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
