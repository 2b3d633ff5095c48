#!/usr/bin/env bash
# Builds a package that depends on this one by its version, as another team's would, and runs it.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
git clone -q . "$folder/acquis"
git -C "$folder/acquis" tag 0.0.1
mkdir "$folder/dependent"
cp Tests/Dependent/Package.swift Tests/Dependent/main.swift "$folder/dependent"
cd "$folder/dependent"
swift build 2>&1 | tail -n 40
printed=$(.build/debug/dependent "$folder/dependent.ledger")
echo "$printed"
grep -q "position 3: enrolled" <<<"$printed"
grep -q "3 events verified, 0 defects" <<<"$printed"
grep -q "signed: true" <<<"$printed"
