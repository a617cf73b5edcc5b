#!/usr/bin/env bash
# The long runs: what the suite proves in short, a thousand times over. Takes an hour or two.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ -d node_modules ] || npm ci --no-audit --no-fund
bash tests/tools/install-browsers.sh
npm run build:e2e

echo '## A thousand navigations'
for browser in chromium firefox; do npx tsx tests/soak/navigations.soak.ts 1000 "${SEED:-20261124}" "$browser"; done

echo '## A million damaged texts for each shape, and for detection and reading in one; a line for each'
npx tsx tests/formats/fuzz.ts 1000000 "${SEED:-20261124}"

echo '## Every property, ten times, with seeds of its own'
for _ in 1 2 3 4 5 6 7 8 9 10; do SEED=random npx vitest run --testTimeout 600000; done

echo '## The library: a full disk at each write of ten thousand steps, a thousand backups, a thousand phrases in whole episodes'
QUOTA_STEPS=10000 npx vitest run --testTimeout 7200000 tests/storage/quota
LIBRARY_RUNS=1000 npx vitest run --testTimeout 7200000 tests/storage/backup.test
PHRASE_EPISODES=300 PHRASE_WORDS=11800 npx vitest run --testTimeout 7200000 --hookTimeout 7200000 tests/library/phrases

echo '## Five hundred navigations without a leak, two hundred deaths of the background, fifty crashes'
READALONG_SOAK=1 SOAK=1 npx vitest run --config tests/e2e/vitest.config.ts --testTimeout 7200000 \
  tests/e2e/proof/leaks tests/e2e/proof/storing tests/e2e/youtube/navigation tests/e2e/youtube/update \
  tests/e2e/youtube/coming-back tests/e2e/library
