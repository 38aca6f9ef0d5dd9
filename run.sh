#!/usr/bin/env bash
# Starts the portal with the sandbox, an Avaya Cloud on this machine:  ./run.sh   or  PORT=6080 ./run.sh
# The portal listens on PORT, the sandbox on the port after it; both addresses and the demo people are printed at start. What follows on the command line goes to the portal.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
port=${PORT:-5080}

eng/feed/build.sh
dotnet build src/SpacesPortal -v q -nologo
exec dotnet run --no-build --project src/SpacesPortal -- --urls "http://localhost:$port" --Sandbox:Port "$((port + 1))" "$@"
