"""How long taking in documents takes, and how much memory: each step a process of its own, as a user starts it.

    python -m benchmarks.ingestion

Own corpus, the same again unchanged, and, where the real texts stand beside the project, the 31 judgments, the
constitution, the observations and the Spanish treaties.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parents[1]
TEXTS = HERE.parent / "shared" / "texts"
REAL = (
    TEXTS / "ecuador" / "judgments",
    TEXTS / "ecuador" / "constitution" / "constitucion-2021-lexis.json",
    TEXTS / "ecuador" / "concluding-observations",
    TEXTS / "treaties" / "es-boe",
)


def timed(root: Path, *arguments: str) -> tuple[float, float, str]:
    """Seconds, the largest resident size so far of any child in MB, and the last line said."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "rights_search", "--root", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return seconds, peak, " | ".join(done.stderr.strip().splitlines()[-2:])


def main() -> None:
    """Print one line a step."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        steps: list[tuple[str, tuple[str, ...]]] = [
            ("own corpus", ("ingest",)),
            ("own corpus, unchanged", ("ingest",)),
        ]
        if all(path.exists() for path in REAL):
            named = tuple(str(path) for path in REAL)
            steps += [("real files", ("ingest", *named)), ("real files, unchanged", ("ingest", *named))]
        else:
            print("The real texts are not beside the project: only the own corpus is measured.")
        for title, arguments in steps:
            seconds, peak, said = timed(root, *arguments)
            print(f"{title:24} {seconds:7.2f} s  {peak:6.0f} MB at most  {said}")


if __name__ == "__main__":
    main()
