#!/usr/bin/env bash
# Plays a recorded practice from nothing to the critique, on the Node in use and on the newest that npm's `node`
# package brings. Needs no database and no Redis.
set -euo pipefail
cd "$(dirname "$0")/.."

play() {
  local node=$1 home
  home=$(mktemp -d)
  COACH_HOME=$home "$node" scripts/coach.mjs start <test/fixtures/story.txt >"$home/out"
  grep -q KEEP "$home/out"
  echo "$("$node" --version): a practice from the door to the critique, exit 0"
  rm -rf "$home"
}

unset DATABASE_URL REDIS_URL ENCRYPTION_KEYS ROLES
play "$(command -v node)"

newest=$(mktemp -d)
trap 'rm -rf "$newest"' EXIT
platform=$(node -p "'node-' + process.platform + '-' + process.arch")
version=$(npm view node version)
npm install --prefix "$newest" --no-audit --no-fund --no-save --silent "$platform@$version"
play "$newest/node_modules/$platform/bin/node"
