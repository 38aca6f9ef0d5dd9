#!/usr/bin/env bash
# Starts the portal with the sandbox, an Avaya Cloud on this machine:  ./run.sh   or  PORT=6080 ./run.sh
# The portal listens on PORT and the sandbox on the port after it. Further arguments go to the portal.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
port=${PORT:-5080}

exec dotnet run --project src/SpacesPortal -- --urls "http://localhost:$port" --Sandbox:Port "$((port + 1))" "$@"
