#!/usr/bin/env bash
# The core from the command line: npm run --silent transcript -- parse|export|find|align|locate|outline …
# File names are relative to where the caller stands, which npm says in INIT_CWD.
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export TRANSCRIPT_CWD="${INIT_CWD:-$PWD}"
cd "$root"
exec node --import tsx tests/tools/transcript.ts "$@"
