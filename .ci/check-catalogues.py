#!/usr/bin/env python3
"""Checks the DocC catalogues of the products: every link of a root page leads to a public symbol,
and every public type of the module is on its page. Says so where the toolchain has no `docc`.

Takes the folder of compiled modules, `$(swift build --show-bin-path)/Modules`.
"""

import json
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
LIBRARIES = ("CCrypto", "CSQLite", "CTime", "CCores", "CUtf8proc", "CPostgres")


def main(modules):
    if shutil.which("docc") is None:
        print("NOT TESTED, for want of docc: the catalogues of the products", file=sys.stderr)
        return 0
    wrong = []
    for catalogue in sorted(ROOT.glob("Sources/*/*.docc")):
        with tempfile.TemporaryDirectory(prefix="acquis-docc-") as folder:
            wrong += check(catalogue, modules, pathlib.Path(folder))
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def check(catalogue, modules, folder):
    name = catalogue.stem
    graphs = folder / "graphs"
    graphs.mkdir()
    imports = [word for library in LIBRARIES for word in ("-I", str(ROOT / "Sources" / library))]
    # libpq's headers are in a folder of their own on some systems.
    flags = subprocess.run(
        ["pkg-config", "--cflags-only-I", "libpq"], capture_output=True, text=True, check=True)
    imports += flags.stdout.split()
    subprocess.run(
        ["swift", "symbolgraph-extract", "-module-name", name, "-target",
         f"{platform.machine()}-unknown-linux-gnu", "-I", modules, *imports,
         "-minimum-access-level", "public", "-output-dir", str(graphs)], check=True)
    diagnostics = folder / "diagnostics.json"
    subprocess.run(
        ["docc", "convert", str(catalogue), "--additional-symbol-graph-dir", str(graphs),
         "--fallback-display-name", name, "--fallback-bundle-identifier", name, "--output-path",
         str(folder / "archive"), "--diagnostics-file", str(diagnostics)], capture_output=True,
        check=True)
    # What the comments in the code lack is not looked at here: links into other modules among them.
    found = [
        f"{catalogue.name}, line {each['range']['start']['line']}: {each['summary']}"
        for each in json.loads(diagnostics.read_text())["diagnostics"]
        if (each.get("source") or "").endswith(".md")]
    page = (catalogue / f"{name}.md").read_text()
    symbols = json.loads((graphs / f"{name}.symbols.json").read_text())["symbols"]
    return found + [
        f"{catalogue.name}: ``{path[0]}`` is on no list of the page"
        for path in sorted(symbol["pathComponents"] for symbol in symbols)
        if len(path) == 1 and f"- ``{path[0]}``\n" not in page]


sys.exit(main(sys.argv[1]))
