#!/bin/sh
# Installs the system libraries acquis stands on, where they are missing: SQLite, OpenSSL's
# libcrypto, utf8proc, libqrencode, libxlsxwriter, libzip, expat, GNU libmicrohttpd and libpq, with their headers,
# and pkg-config to find them; then the packages named as arguments. Does nothing where all are there. For documents as
# PDF (--to FILE.pdf): Sources/prepare.sh weasyprint fonts-liberation
set -eu

missing=""
need() { # library as pkg-config knows it, its package
  pkg-config --exists "$1" 2>/dev/null || missing="$missing $2"
}

command -v pkg-config >/dev/null 2>&1 || missing="$missing pkg-config"
need sqlite3 libsqlite3-dev
need libcrypto libssl-dev
need libutf8proc libutf8proc-dev
need libqrencode libqrencode-dev
need xlsxwriter libxlsxwriter-dev
need libzip libzip-dev
need expat libexpat1-dev
need libmicrohttpd libmicrohttpd-dev
need libpq libpq-dev
# Further packages, asked for by name by the checks.
for package in "$@"; do
  dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done

if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "prepare: install these libraries with your system's package manager:$missing" >&2
    exit 1
  fi
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  $as_root apt-get update -qq >&2
  # shellcheck disable=SC2086 — one word a package
  $as_root apt-get install -y -qq --no-install-recommends $missing >&2
fi

if ! command -v swift >/dev/null 2>&1; then
  echo "prepare: the Swift toolchain 6.3 or later is needed; put its swift on the PATH" >&2
  exit 1
fi
