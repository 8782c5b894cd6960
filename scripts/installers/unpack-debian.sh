#!/usr/bin/env bash
# Unpacks packages of another Debian suite into a folder, without installing them: unpack-debian.sh FOLDER SUITE PACKAGE…
# The mirror is the one that this machine's apt already uses.
set -euo pipefail
folder=$1 suite=$2
shift 2
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ' || true)
[ -n "$mirror" ] || { echo "No Debian mirror is configured" >&2; exit 1; }
work="$folder/.apt"
mkdir -p "$work/lists/partial" "$work/archives"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work" -o APT::Sandbox::User=root -qq)
apt-get "${options[@]}" update
(cd "$work/archives" && apt-get "${options[@]}" download "$@")
for archive in "$work"/archives/*.deb; do dpkg -x "$archive" "$folder"; done
rm -rf "$work"
