#!/usr/bin/env bash
# Speed and memory as ratios against a named peer or a bound in the same run, one table a bench.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ -d node_modules ] || npm ci --no-audit --no-fund
for bench in tests/bench/*.bench.ts; do
  echo "## $(basename "$bench" .bench.ts)"
  npx tsx --expose-gc "$bench"
  echo
done
