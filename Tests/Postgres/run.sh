#!/usr/bin/env bash
# Tries acquis on PostgreSQL servers of its own; see run.py and README.md. Reads the program's path from $ACQUIS.
set -euo pipefail
exec python3 "$(dirname "$0")/run.py" "$@"
