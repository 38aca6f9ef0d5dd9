#!/usr/bin/env bash
# Builds both images and runs them as operators are told to: read-only root, no capabilities, no new privileges.
# Needs Docker, or what DOCKER names instead. Closes with 'N passed, N failed'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
read -ra docker <<<"${DOCKER:-docker}"

passed=0 failed=0 container=
remove() { [ -z "$container" ] || "${docker[@]}" rm -f "$container" >/dev/null; }
trap remove EXIT

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

start() { # image port [docker run arguments]
  local image=$1 port=$2
  shift 2
  local limits=(--read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges)
  container=$("${docker[@]}" run -d "${limits[@]}" -p "127.0.0.1::$port" "$@" "$image")
  address=http://$("${docker[@]}" port "$container" "$port" | head -n 1)
}

answers() { # path status
  local status
  for _ in $(seq 60); do
    status=$(curl -s -o /dev/null -w '%{http_code}' "$address$1" || true)
    [ "$status" != "$2" ] || return 0
    sleep 0.25
  done
  echo "$1 answers $status"
  "${docker[@]}" logs --tail 40 "$container"
  return 1
}

is_nobody() { ! "${docker[@]}" image inspect "$1" --format '{{.Config.User}}' | grep -qxE '|0|root'; }
has_no_sandbox() { ! "${docker[@]}" export "$container" | tar -t | grep -i sandbox; }
stops() {
  "${docker[@]}" stop -t 20 "$container" >/dev/null
  [ "$("${docker[@]}" inspect "$container" --format '{{.State.ExitCode}}')" = 0 ]
}

check "the portal's image is built" "${docker[@]}" build -q -t spacesportal .
check "its user has no rights" is_nobody spacesportal
start spacesportal 8080 -e Portal__KeysDirectory=/tmp/keys -e Portal__PublicUrl=http://localhost:8080 \
  -e AvayaCloud__ClientId=check -e AvayaCloud__ClientSecret=check
check "its first page answers" answers / 200
check "Blazor's script answers" answers /_framework/blazor.web.js 200
check "it is ready" answers /health/ready 200
check "it holds no sandbox" has_no_sandbox
check "it stops on SIGTERM with 0" stops
remove

check "the sandbox's image is built" "${docker[@]}" build -q -t spacesportal-sandbox --target sandbox .
check "its user has no rights" is_nobody spacesportal-sandbox
start spacesportal-sandbox 5081
check "the sandbox answers" answers /health 200
check "it stops on SIGTERM with 0" stops

echo "$passed passed, $failed failed"
exit "$((failed > 0))"
