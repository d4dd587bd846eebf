"""Fuzz one target with atheris, or run it on files: `python -m fuzz.one TARGET [-libfuzzer_flag…] [FILE…]`."""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rights_search.parsers", "rights_search.citations", "rights_search.search"]):
    from fuzz.targets import targets


def main() -> None:
    """Begin from the target's seeds, kept in a folder that is forgotten afterwards."""
    program, name, *rest = sys.argv
    target = targets()[name]
    with tempfile.TemporaryDirectory(prefix="seeds-") as seeds:
        for number, seed in enumerate(target.seeds):
            (Path(seeds) / f"{number}").write_bytes(seed)
        given = rest if any(not flag.startswith("-") for flag in rest) else [*rest, "-max_len=20000", seeds]
        atheris.Setup([program, *given], target.run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
