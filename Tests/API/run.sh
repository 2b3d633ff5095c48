#!/usr/bin/env bash
# Tries what the API's document promises with schemathesis, a Python package, in a virtual environment of its
# own: every check, by an administrator of a demonstration. Where no package index can be reached it says so and
# passes. Reads the program's path from $ACQUIS; $SECONDS_AT_MOST bounds the fuzzing (120).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
acquis=$(cd "$(dirname "$ACQUIS")" && pwd)/$(basename "$ACQUIS")
folder=$(mktemp -d)
server=""
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
not_run() {
  echo "schemathesis cannot be had ($1): the API is NOT tried against its document by another program"
  exit 0
}
python3 -m venv "$folder/environment" >/dev/null 2>&1 || not_run "python3 makes no virtual environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 15 \
  schemathesis==4.32.5 2>"$folder/log" || not_run "$(tail -n 1 "$folder/log")"
cd "$folder"
export ACQUIS_LEDGER="$folder/acquis.ledger" XDG_CONFIG_HOME=/nonexistent
"$acquis" demo >/dev/null
"$acquis" audit checkpoint >/dev/null
token=$("$acquis" access grant administrator:test --role administrator --may-waive | tail -1 | grep -o '[^ ]*$')
"$acquis" serve --port 0 >listening 2>requests.jsonl &
server=$!
for _ in $(seq 200); do
  [ -s listening ] && break
  sleep 0.1
done
address=$(grep -o 'http://127\.0\.0\.1:[0-9]*' listening)
"$folder/environment/bin/st" --config-file "$here/schemathesis.toml" run "$address/api/v1/openapi.json" \
  --header "Authorization: Bearer $token" --checks all --phases examples,coverage,fuzzing \
  --max-examples 20 --max-time "${SECONDS_AT_MOST:-120}" --no-color --output-truncate true \
  >report 2>&1 || {
  grep -vE "^ +(curl|st replay)" report | cut -c1-600 | tail -n 200
  exit 1
}
tail -n 12 report
