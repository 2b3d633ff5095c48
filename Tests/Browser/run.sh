#!/usr/bin/env bash
# Tries the pages of `acquis serve` in Chromium: sessions of an administrator, an officer and an auditor, and every
# page in each form. Installs Chromium and its driver where they are missing, and two Python packages in a virtual
# environment ($ACQUIS_BROWSER_VENV, kept, or one of its own). Where no package index can be reached it says so and
# passes. Reads the program's path from $ACQUIS (.build/debug/acquis). Arguments are unittest's, as a test's name.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${ACQUIS:-$root/.build/debug/acquis}
ACQUIS=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
environment=${ACQUIS_BROWSER_VENV:-$folder/environment}
not_run() {
  echo "$1: the pages are NOT tried in a browser"
  exit 0
}
if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then
  "$root/Sources/prepare.sh" chromium chromium-driver >"$folder/log" 2>&1 ||
    not_run "Chromium cannot be had ($(tail -n 1 "$folder/log"))"
fi
if [ ! -x "$environment/bin/python" ]; then
  python3 -m venv "$environment" >/dev/null 2>&1 || not_run "python3 makes no virtual environment"
fi
# Of axe-playwright-python only the file of axe-core is used; it brings no browser.
"$environment/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 15 \
  selenium==4.51.0 axe-playwright-python==0.1.8 2>"$folder/log" ||
  not_run "selenium and axe-core cannot be had ($(tail -n 1 "$folder/log"))"
CHROMIUM=$(command -v chromium)
CHROMEDRIVER=$(command -v chromedriver)
export ACQUIS CHROMIUM CHROMEDRIVER PYTHONDONTWRITEBYTECODE=1 SE_AVOID_STATS=true SE_OFFLINE=true
cd "$here"
if [ "$#" -gt 0 ]; then
  "$environment/bin/python" -m unittest "$@"
else
  "$environment/bin/python" -m unittest discover -s "$here" -p 'test_*.py'
fi
