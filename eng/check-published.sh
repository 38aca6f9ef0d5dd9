#!/usr/bin/env bash
# Builds the committed state as a new machine would, from a clean clone with an empty package folder, publishes the portal, runs it in
# Production and asks for its first page and Blazor's script. Closes with 'N passed, N failed'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
portal=
stop() {
  [ -z "$portal" ] || kill "$portal" 2>/dev/null || true
  rm -rf "$work"
}
trap stop EXIT

passed=0 failed=0
check() { # what command...
  local what=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    echo "ok   $what"
  else
    failed=$((failed + 1))
    echo "FAIL $what"
  fi
}
end() {
  echo "$passed passed, $failed failed"
  exit "$((failed > 0))"
}

publish() {
  git clone -q --depth 1 "file://$PWD" "$work/clone"
  NUGET_PACKAGES=$work/packages dotnet publish "$work/clone/src/SpacesPortal" -o "$work/app" -v q -nologo
}
check "a clean clone with an empty package folder is published" publish
[ "$failed" = 0 ] || end

# The strings of an assembly are UTF-16: the password of the demo people would read s.a.n.d.b.o.x.
no_sandbox() { ! ls "$work/app" | grep -i sandbox && ! LC_ALL=C grep -rlaP 's\0a\0n\0d\0b\0o\0x\0-\0' "$work/app"; }
check "what is published holds neither the sandbox nor its people" no_sandbox

(cd "$work/app" && exec env ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://127.0.0.1:0 \
  Portal__KeysDirectory="$work/keys" Portal__PublicUrl=http://localhost:8080 \
  AvayaCloud__ClientId=check AvayaCloud__ClientSecret=check dotnet SpacesPortal.dll) >"$work/log" 2>&1 &
portal=$!

listening() {
  for _ in $(seq 120); do
    address=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/log" | head -n 1)
    [ -z "$address" ] || return 0
    kill -0 "$portal" 2>/dev/null || break
    sleep 0.25
  done
  cat "$work/log"
  return 1
}
check "the published portal starts" listening
[ "$failed" = 0 ] || end

answers() { # path status
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$address$1")" = "$2" ]
}
for path in / /_framework/blazor.web.js /health/live /health/ready; do
  check "$path answers" answers "$path" 200
done
check "the gallery of controls is not published" answers /gallery 404

stops() { kill "$portal" && wait "$portal" && portal=; }
check "it stops on SIGTERM with 0" stops
end
