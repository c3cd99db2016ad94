"""A Chromium for the browser tests: the one that is there, else one that can be installed.

Run as a program it installs one where it can, and says loudly what it could not.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Nothing of the browser's own leaves the machine: the tests talk to their own server only.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """Give the path of a Chromium, or nothing where there is none."""
    named = os.environ.get("AFTERCARE_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None) or _playwrights()


def _playwrights() -> str | None:
    """Give the browser that playwright has installed, if it has."""
    folder = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "~/.cache/ms-playwright"))
    found = sorted(folder.expanduser().glob("chromium-*/chrome-linux*/chrome"))
    return str(found[-1]) if found else None


def install() -> bool:
    """Try the system's package manager as root, then playwright's own download."""
    tries = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt = ["apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0"]
        tries = [[*apt, "update"], [*apt, "install", "chromium"], *tries]
    for command in tries:
        if find():
            break
        subprocess.run(command, check=False, capture_output=True, timeout=900)
    return find() is not None


def main() -> int:
    if find() or install():
        return 0
    sys.stderr.write(
        "\nNO BROWSER: there is no Chromium here and none could be installed.\n"
        "The journeys will be SKIPPED. Install one, or set AFTERCARE_CHROMIUM to its path.\n\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
