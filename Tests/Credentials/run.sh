#!/usr/bin/env bash
# Checks credentials with openbadgeslib, a Python package, in a virtual environment of its own. The one check
# that needs a package index: where none can be reached it says so and passes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT
not_run() {
  echo "openbadgeslib cannot be had ($1): the tokens of credentials are NOT checked by another program"
  exit 0
}
python3 -m venv "$environment" >/dev/null 2>&1 || not_run "python3 makes no virtual environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 15 \
  openbadgeslib==4.6.3 2>"$environment/log" || not_run "$(tail -n 1 "$environment/log")"
"$environment/bin/python" -m unittest discover -s "$here" -p 'check_*.py'
