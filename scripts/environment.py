"""Make .venv from requirements.lock when it is missing or stale; `make` runs this first.

The environment is good when its stamp says that it was finished by this Python, in this folder,
from these files. The stamp goes before anything is touched and comes back last, so an interrupted
run leaves an environment without a stamp, which the next run makes anew.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        f"environment: this is Python {sys.version.split()[0]} and 3.11 or later is needed;"
        " name one with make PYTHON=..."
    )

import fcntl
import hashlib
import json
import signal
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
STAMP = VENV / "radam-sym.json"


def ingredients() -> dict[str, str]:
    """All that an environment depends on."""
    files = ("requirements.lock", "pyproject.toml")
    return {
        "folder": str(PROJECT),  # scripts in .venv/bin name it, so a moved environment is dead
        "python": f"{sys.base_prefix} {sys.version}",
        **{name: hashlib.sha256((PROJECT / name).read_bytes()).hexdigest() for name in files},
    }


def recorded() -> dict[str, str]:
    """What the finished environment was made from; nothing, when there is none."""
    try:
        stamp: dict[str, str] = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return stamp if (VENV / "bin/python").exists() else {}


def pip(*arguments: str) -> None:
    """Install with the environment's own pip, which shows its progress only on a terminal."""
    options = ["--disable-pip-version-check"] + ([] if sys.stdout.isatty() else ["--quiet"])
    subprocess.run([VENV / "bin/python", "-m", "pip", "install", *options, *arguments], check=True)


def build(wanted: dict[str, str], found: dict[str, str]) -> None:
    """Make what is stale: the whole environment, or only our own entry in it."""
    STAMP.unlink(missing_ok=True)
    if {**found, "pyproject.toml": ""} != {**wanted, "pyproject.toml": ""}:
        try:
            import ensurepip  # noqa: F401 (what Debian leaves out of python3)
            import venv
        except ImportError:
            sys.exit("environment: this Python has no venv; on Debian: apt install python3-venv")
        print("environment: making .venv from requirements.lock, a minute or two", flush=True)
        venv.create(VENV, clear=True, with_pip=True)
        pip("--require-hashes", "-r", str(PROJECT / "requirements.lock"))
    pip("--no-deps", "--no-build-isolation", "--editable", str(PROJECT))
    STAMP.write_text(json.dumps(wanted, indent=1))


def main() -> None:
    """Leave a good environment, or say in one line why not."""
    with open(PROJECT / ".venv.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a second make waits here, then finds the work done
        wanted, found = ingredients(), recorded()
        if found != wanted:
            build(wanted, found)


if __name__ == "__main__":
    # Asked to end, end as on Ctrl-C: with the pip that is running, so that it writes no further.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        main()
    except subprocess.CalledProcessError:
        sys.exit("environment: failed as told above; the next run makes .venv anew")
    except KeyboardInterrupt:
        sys.exit("environment: interrupted; the next run makes .venv anew")
