#!/usr/bin/env python3
"""Compares what each target imports with the dependencies it declares, both ways.

The compiler's own check lets an import of a dependency's dependency pass; this one does not. Reads
`swift package describe --type json` on standard input.
"""

import json
import pathlib
import re
import sys

TOOLCHAIN = {"Dispatch", "Glibc", "Synchronization", "Testing", "FoundationEssentials"}
IMPORT = re.compile(
    r"^\s*(?:@\w+\s+)*(?:public |package |internal |private )?import "
    r"(?:struct |enum |class |func |protocol )?(\w+)")

described = json.load(sys.stdin)
root = pathlib.Path(described["path"])
wrong = []
for target in described["targets"]:
    if target["type"] == "system-target":
        continue
    imported = set()
    for source in target["sources"]:
        for line in (root / target["path"] / source).read_text(encoding="utf-8").splitlines():
            found = IMPORT.match(line)
            if found:
                imported.add(found[1])
    declared = set(target.get("target_dependencies", []))
    for name in sorted(imported - declared - TOOLCHAIN):
        wrong.append(f"{target['name']} imports {name} without declaring it")
    for name in sorted(declared - imported):
        wrong.append(f"{target['name']} declares {name} without importing it")
    if target["name"] in ("Events", "Projections", "TransparencyLog") and imported & TOOLCHAIN - {"Testing"}:
        wrong.append(f"{target['name']} imports more than the house allows: {imported & TOOLCHAIN}")
print("\n".join(wrong) or "every import is declared, every dependency is imported")
sys.exit(1 if wrong else 0)
