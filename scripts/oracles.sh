#!/usr/bin/env bash
# Unpacks the docutils and the Sphinx of Debian's newer suites into a folder, without installing them. The conformance tests
# compare with every version that they find there.
#
#   scripts/oracles.sh [FOLDER]    default: .oracles/, which git ignores
#
#   FOLDER/docutils-VERSION/       docutils alone
#   FOLDER/sphinx-VERSION/         Sphinx, with the docutils and the other packages of its suite
#   FOLDER/python3                 the Python of trixie with its own C library: Sphinx 9 needs 3.13
#
# Use one with PYTHONPATH=FOLDER/sphinx-9.2 FOLDER/python3; docutils alone also runs under Debian stable's /usr/bin/python3.
# The mirror is the one that this machine's apt already uses.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mkdir -p "${1:-.oracles}" && cd "${1:-.oracles}" && pwd)
command -v apt-get >/dev/null || { echo "Not Debian: no oracles" >&2; exit 1; }

mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ' || true)
[ -n "$mirror" ] || { echo "No Debian mirror is configured" >&2; exit 1; }

sphinx_packages="sphinx-common python3-sphinx python3-docutils python3-roman-numerals python3-roman python3-alabaster python3-imagesize
python3-snowballstemmer python3-babel python-babel-localedata python3-jinja2 python3-markupsafe python3-packaging python3-requests python3-urllib3
python3-idna python3-certifi python3-chardet python3-charset-normalizer python3-pygments docutils-common"

python_packages="python3.13-minimal libpython3.13-minimal libpython3.13-stdlib libc6 zlib1g libexpat1 libffi8 libssl3t64 libzstd1
libbz2-1.0 liblzma5 libuuid1 libsqlite3-0"

for suite in trixie sid; do
  work="$folder/.apt-$suite"
  [ -f "$folder/.done-$suite" ] && continue
  mkdir -p "$work/lists/partial" "$work/archives"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
  options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/lists"
    -o "Dir::Cache=$work" -o APT::Sandbox::User=root -qq)
  apt-get "${options[@]}" update
  # A package that a suite does not have (roman-numerals before docutils 0.22) is not needed there.
  wanted=$sphinx_packages
  [ "$suite" = trixie ] && wanted="$wanted $python_packages"
  (cd "$work/archives" && for package in $wanted; do apt-get "${options[@]}" download "$package" 2>/dev/null || true; done)
  rm -rf "$work/tree"
  for archive in "$work"/archives/*.deb; do dpkg -x "$archive" "$work/tree"; done
  packages="$work/tree/usr/lib/python3/dist-packages"
  version() { sed -nE "s/^__version__ *(: *[A-Za-z.]*)? *= *'([0-9]+\.[0-9]+).*/\2/p" "$packages/$1/__init__.py" | head -1; }
  docutils=$folder/docutils-$(version docutils)
  sphinx=$folder/sphinx-$(version sphinx)
  rm -rf "$docutils" "$sphinx"
  mkdir -p "$docutils"
  cp -r "$packages/docutils" "$docutils/"
  cp -r "$packages"/pygments "$docutils/" 2>/dev/null || true
  cp -r "$packages"/roman* "$docutils/" 2>/dev/null || true
  # Debian keeps Sphinx's data beside the packages and links to it.
  cp -rL "$packages" "$sphinx"
  cp -r "$work/tree/usr/share/sphinx" "$sphinx/share-sphinx"
  grep -rlZ /usr/share/sphinx "$sphinx" --include='*.py' | xargs -0 -r sed -i "s|/usr/share/sphinx|$sphinx/share-sphinx|g"
  if [ "$suite" = trixie ]; then
    rm -rf "$folder/python-3.13"
    mkdir -p "$folder/python-3.13"
    cp -r "$work/tree/usr" "$folder/python-3.13/"
    rm -rf "$folder/python-3.13/usr/share" "$folder/python-3.13/usr/lib/python3"
    cat >"$folder/python3" <<'END'
#!/bin/sh
home=$(cd "$(dirname "$0")/python-3.13/usr" && pwd)
libraries=$(echo "$home"/lib/*-linux-gnu*)
export PYTHONHOME="$home"
exec "$(ls "$home"/lib*/ld-linux* "$libraries"/ld-linux* 2>/dev/null | head -1)" --library-path "$libraries" "$home/bin/python3.13" "$@"
END
    chmod +x "$folder/python3"
  fi
  rm -rf "$work"
  touch "$folder/.done-$suite"
  echo "docutils $(basename "$docutils"), Sphinx $(basename "$sphinx") from $suite"
done
