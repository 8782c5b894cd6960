"""Builds the Python packages for pip and `python -m build` (PEP 517): the wheel by `npm run wheel`, and the source distribution.

Only the standard library is used, so that the package can be built without network where npm's packages are at hand.
"""

import gzip
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NEEDS = "it needs Node.js 20.19 or newer, npm, strip and readelf (Debian: binutils)"
WHERE = "Install these, or use a platform that has a wheel of goaldoc, or run `npm install --global goaldoc`"


class CannotBuild(Exception):
    """Says in a line what is missing."""


def get_requires_for_build_wheel(config_settings=None):
    return []


def get_requires_for_build_sdist(config_settings=None):
    return []


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    for name in ("node", "npm", "readelf"):
        if shutil.which(name) is None:
            raise CannotBuild(f"Cannot build goaldoc: {name} is not in PATH; {NEEDS}. {WHERE}.")
    version = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True).stdout
    if tuple(map(int, re.findall(r"\d+", version)[:2])) < (20, 19):
        raise CannotBuild(f"Cannot build goaldoc: this is Node {version.strip()}; {NEEDS}. {WHERE}.")
    if not (ROOT / "node_modules").exists():
        npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")
    npm("run", "build", "--", "--js")
    made = npm("run", "--silent", "wheel", "--", "--out", os.path.abspath(wheel_directory), "--python", sys.executable)
    return os.path.basename(made.strip().splitlines()[-1])


def build_sdist(sdist_directory, config_settings=None):
    """All files that git knows but the tests, as they are; the same files make the same bytes."""
    metadata = npm("run", "--silent", "wheel", "--", "--metadata")
    version = re.search(r"^Version: (.*)$", metadata, re.M).group(1)
    base = f"goaldoc-{version}"
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = [name for name in tracked.split("\0") if name and (not name.startswith("test/") or "/planted/" in name)]
    target = os.path.join(sdist_directory, f"{base}.tar.gz")
    with open(target, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as zipped, tarfile.open(
        fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT
    ) as archive:
        for name in sorted(names):
            add(archive, f"{base}/{name}", (ROOT / name).read_bytes(), os.access(ROOT / name, os.X_OK))
        add(archive, f"{base}/PKG-INFO", metadata.encode(), False)
    return os.path.basename(target)


def add(archive, name, content, is_executable):
    info = tarfile.TarInfo(name)
    info.size = len(content)
    info.mode = 0o755 if is_executable else 0o644
    info.mtime = int(os.environ.get("SOURCE_DATE_EPOCH", "315619200"))
    archive.addfile(info, io.BytesIO(content))


def npm(*arguments):
    ran = subprocess.run(["npm", *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if ran.returncode != 0:
        raise CannotBuild(f"Cannot build goaldoc: `npm {' '.join(arguments)}` failed, see above; {NEEDS}.")
    return ran.stdout
