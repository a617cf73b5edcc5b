#!/usr/bin/env bash
# Shows the extension at work on the stand-in for YouTube. With a display it opens a browser and leaves it to you; without
# one it walks by itself and leaves pictures in artifacts/demo. `npm run demo -- --walk` walks with a display, too.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ -d node_modules ] || npm ci --no-audit --no-fund
bash tests/tools/install-browsers.sh
READALONG_E2E=1 npx wxt build
exec npx tsx tests/tools/demo.ts "$@"
