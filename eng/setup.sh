#!/usr/bin/env bash
# Installs from Debian what the tests need beside the .NET SDK: a browser and its fonts, PostgreSQL, PgBouncer, HAProxy, Node.js.
set -euo pipefail

missing=()
need() { # package command
  command -v "$2" >/dev/null || missing+=("$1")
}
PATH=$PATH:/usr/sbin
need chromium chromium
need fontconfig fc-list
need haproxy haproxy
need pgbouncer pgbouncer
need nodejs node
need npm npm
[ -n "$(fc-list Inter 2>/dev/null)" ] || missing+=(fonts-inter)
compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
[ ${#missing[@]} -gt 0 ] || exit 0

root=()
[ "$(id -u)" = 0 ] || root=(sudo)
echo "Installing ${missing[*]}"
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

# The package starts a server for the whole machine. The tests start their own, so the new and empty one is removed again.
if [[ " ${missing[*]} " == *" postgresql "* ]]; then
  pg_lsclusters --no-header | while read -r version name _; do
    "${root[@]}" pg_dropcluster --stop "$version" "$name"
  done
fi
