#!/usr/bin/env bash
# Everything, from a fresh clone: installs what is missing, checks, builds, and walks the built extension in real browsers.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ -d node_modules ] || npm ci --no-audit --no-fund
bash tests/tools/install-browsers.sh
npm run check
npm run build
npm run build:e2e
npx tsx tests/tools/check-build.ts
npx addons-linter --warnings-as-errors=false .output/firefox-mv3
npx vitest run --config tests/e2e/vitest.config.ts
