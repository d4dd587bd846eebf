"""Fuzz every target, or those named, each for some seconds and in a process of its own.

    python -m fuzz [TARGET…]        FUZZ_SECONDS=30 to change how long

Exits 1 where one fails, and names the input that made it fail: run `python -m fuzz.one TARGET FILE` to see it again.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.targets import targets


def main() -> int:
    """Run them one after the other; the number of those that failed, at most 1."""
    seconds = os.environ.get("FUZZ_SECONDS", "30")
    kept = Path(tempfile.mkdtemp(prefix="fuzz-"))
    failed = []
    for name in sys.argv[1:] or targets():
        prefix = kept / f"{name}-"
        limits = (
            f"-max_total_time={seconds}",
            "-timeout=10",
            "-rss_limit_mb=1024",
            "-verbosity=0",
            "-print_final_stats=1",
        )
        command = [sys.executable, "-m", "fuzz.one", name, *limits, f"-artifact_prefix={prefix}"]
        log = prefix.with_suffix(".log")
        with log.open("wb") as out:
            code = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False).returncode
        inputs = sorted(str(path) for path in kept.glob(f"{name}-*") if path != log)
        said = re.search(rb"number_of_executed_units: (\d+)", log.read_bytes())
        runs = f"{int(said[1]):,} inputs" if said else "inputs not counted"
        print(f"{name}: FAILED {' '.join(inputs)} ({log})" if code else f"{name}: ok, {runs}", flush=True)
        failed += [name] if code else []
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
