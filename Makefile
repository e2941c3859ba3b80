# The two commands: `make demo` runs the main job, `make test` passes the tests.
# Each does all its set-up on a machine that has only Python, git and make.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup tools demo test lint bench soak fuzz yardsticks screens words

help:
	@echo "make demo        open the corner bakery: site, collector and desk"
	@echo "make test        lint and all tests (what CI runs)"
	@echo "make lint        ruff, mypy, import contracts"
	@echo "make bench       measurements beside peers, into bench/results/"
	@echo "make soak        the long runs: every page in every state, load, kills"
	@echo "make fuzz        property tests with many more examples"
	@echo "make yardsticks  compares with newer tools and with data beside the checkout"
	@echo "make words       adds new English sentences to the other languages' catalogues"
	@echo "make screens     takes the screenshots of docs/screens/ anew"

setup: .venv/ready

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

tools: setup
	sh tests/tools.sh

demo: setup
	$(BIN)/ideagarden demo

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint tools
	$(BIN)/pytest -n 2 --dist loadfile -m "not soak and not yardstick"

soak: tools
	$(BIN)/pytest -m soak

fuzz: setup
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -n 2 -m "hypothesis and not soak"

yardsticks: tools
	$(BIN)/pytest -m yardstick

bench: setup
	sh tests/tools.sh wrk
	$(BIN)/python -m bench

screens: tools
	$(BIN)/python -m tests.screens

words: setup
	$(BIN)/python -m collector.words
