#!/usr/bin/env bash
# Installs what the tests need on a Debian machine and runs every suite:  ./test.sh   or  ./test.sh --project tests/AvayaCloud.Spaces.Tests
# Arguments go to 'dotnet test' in place of the solution. Closes with 'N passed, N failed' over all suites.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

eng/setup.sh

log=$(mktemp)
trap 'rm -f "$log"' EXIT
code=0
# One suite after the other: browser and replicas have limits in time, and two cores do not carry both.
dotnet test "${@:-SpacesPortal.sln}" --max-parallel-test-modules 1 2>&1 | tee "$log" || code=$?

count() { sed -n "s/^ *$1: \([0-9]*\)$/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded) failed=$(count failed)
# A build that broke and a suite that crashed have no failed test to count.
[ "$code" = 0 ] || [ "${failed:-0}" -gt 0 ] || failed=1
echo "${passed:-0} passed, ${failed:-0} failed"
exit "$code"
