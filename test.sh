#!/usr/bin/env bash
# Installs what the tests need on a Debian machine, builds once and runs every suite:  ./test.sh   or  ./test.sh SUITE...
# A suite is named like its project (AvayaCloud.Spaces.Tests). Closes with 'N passed, N failed' over all suites.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
results=artifacts/tests
browser=tests/SpacesPortal.EndToEnd
sockets=(tests/AvayaCloud.Sandbox.Tests tests/AvayaCloud.Spaces.Tests)

projects=(tests/*/*.csproj eng/feed/Refit.Tests/Refit.Tests.csproj)
if [ $# -gt 0 ]; then
  wanted=()
  for suite in "$@"; do
    for project in "${projects[@]}"; do
      if [ "$(basename "$project" .csproj)" = "$suite" ]; then wanted+=("$project"); continue 2; fi
    done
    echo "There is no suite $suite. The suites:" >&2
    printf '  %s\n' "${projects[@]##*/}" | sed 's/\.csproj$//' >&2
    exit 2
  done
  projects=("${wanted[@]}")
fi

install_missing() { # command=package...
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%=*}" >/dev/null || missing+=("${pair#*=}")
  done
  [ -n "$(fc-list Inter 2>/dev/null)" ] || missing+=(fonts-inter)
  [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

root=()
[ "$(id -u)" = 0 ] || root=(sudo)
apt_install() { # package...
  echo "Installing $*"
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

install_scripts() { # folder with a lock file
  cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return 0
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$1/package-lock.json" "$1/node_modules/.installed"
}

if [[ " ${projects[*]} " == *" $browser/"* ]]; then
  install_missing chromium=chromium fc-list=fontconfig npm=npm
  install_scripts "$browser"
fi
for suite in "${sockets[@]}"; do
  [[ " ${projects[*]} " == *" $suite/"* ]] || continue
  install_missing node=nodejs npm=npm
  install_scripts "$suite"
done

if [[ " ${projects[*]} " == *" tests/SpacesPortal.Replicas/"* ]] && [ ! -x /usr/sbin/haproxy ]; then
  apt_install haproxy
fi

# The tests start servers of their own; the package must not start one for the whole machine.
if grep -q Shared/Postgres "${projects[@]}" && ! compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; then
  apt_install postgresql-common
  "${root[@]}" sed -ri 's/^#?\s*create_main_cluster\b.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
  apt_install postgresql
fi

eng/feed/build.sh
if [ $# -gt 0 ]; then
  for project in "${projects[@]}"; do dotnet build "$project" -v q -nologo; done
else
  dotnet build SpacesPortal.sln -v q -nologo
fi

rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0
for project in "${projects[@]}"; do
  suite=$(basename "$project" .csproj)
  code=0 started=$SECONDS
  timeout -k 10 "${SUITE_SECONDS:-900}" "artifacts/bin/$suite/debug/$suite" -noColor -trx "$results/$suite.trx" >"$results/$suite.log" 2>&1 || code=$?

  # A suite that tells no counts, or fails without a failed test, has crashed: that is a failure of its own.
  counters=$(grep -o '<Counters [^>]*>' "$results/$suite.trx" 2>/dev/null || true)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"${counters:-<Counters passed=\"0\" failed=\"0\" error=\"0\" >}"; }
  good=$(count passed)
  bad=$(($(count failed) + $(count error)))
  [ -n "$counters" ] && [ "$code" = 0 ] || [ "$bad" -gt 0 ] || bad=1
  if [ "$bad" = 0 ]; then
    echo "ok   $suite: $good tests in $((SECONDS - started)) s"
  else
    cat "$results/$suite.log"
    echo "FAIL $suite: $bad of $((good + bad)), exit code $code, in $((SECONDS - started)) s"
  fi
  passed=$((passed + good)) failed=$((failed + bad))
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
