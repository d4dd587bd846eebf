# Each target does all its set-up, in a virtual environment of its own (.venv).
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

.PHONY: run test lint format bench fuzz clean

run: .venv/run             ## take in the corpus and serve the pages on http://127.0.0.1:8000/
	$(BIN)/rights-search ingest
	$(BIN)/rights-search serve --port $(PORT)

test: .venv/dev            ## every test; the browser tests need Chromium
	$(BIN)/pytest -n auto --dist loadgroup

lint: .venv/dev            ## style, strict types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev          ## put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev           ## measure, on the real files beside the project where they are
	$(BIN)/python -m benchmarks.ingestion
	$(BIN)/python -m benchmarks.tagging.cost
	$(BIN)/python -m benchmarks.tagging.score
	$(BIN)/python -m benchmarks.tagging.silver
	$(BIN)/python -m benchmarks.hostile
	$(BIN)/python benchmarks/search/measure.py

fuzz: .venv/fuzz           ## hostile bytes for every reader, FUZZ_SECONDS each; Linux and macOS
	FUZZ_SECONDS=$${FUZZ_SECONDS:-30} $(BIN)/python -m fuzz $(TARGETS)

clean:                     ## forget the environment and the indexes
	rm -rf .venv indexes/store indexes/generations indexes/CURRENT

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "rights-search needs Python 3.11 or later; try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { echo "Python cannot make a virtual environment; on Debian: apt install python3-venv"; exit 1; }
	touch $@

.venv/run: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/dev: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ .venv/run

.venv/fuzz: .venv/made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	touch $@ .venv/run
