# Each command sets up what it needs by itself, in .venv; nothing else on the machine is touched.
# Needed: Python 3.11 or newer, make, git. Another Python: `make test PYTHON=/path/to/python`.

SHELL := /bin/sh
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
SOURCES := src tests docs $(wildcard benchmarks)
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3 python
USABLE := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

# What `make campaign` runs, one after the other; each takes minutes to hours.
CAMPAIGNS := campaign-tests campaign-mutation

# The shell that calls make may live in another virtual environment; .venv must not notice.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PYTHONSTARTUP

# A virtual environment breaks when its folder is moved or its Python goes away.
STALE := $(shell [ "$$(cat .venv/place 2>/dev/null)" = "$(CURDIR)" ] \
	&& $(BIN)/python -c "" 2>/dev/null || echo again)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo test check screens campaign $(CAMPAIGNS) lock clean again

help: ## say what each command does
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

demo: .venv/run ## a sample clinic on this machine; ARGS="--at 2026-11-26T21:00" passes options on
	@$(BIN)/python -m compileall -q src
	@$(BIN)/aftercare demo $(ARGS)

test: .venv/browser ## run the tests; ARGS="-k sauna" passes options on
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m pytest $(ARGS)

check: .venv/dev ## format, lint, types, imports
	@$(BIN)/ruff format --check --quiet $(SOURCES) || \
		{ echo "Not formatted: run $(BIN)/ruff format $(SOURCES)" >&2; exit 1; }
	@$(BIN)/ruff check --quiet $(SOURCES)
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache > .venv/lint-imports.txt || { cat .venv/lint-imports.txt; exit 1; }
	@echo "Format, lint, types and imports are in order."

campaign: $(CAMPAIGNS) ## the long tests: 100,000 inputs each, then mutation testing

campaign-tests: .venv/browser
	@HYPOTHESIS_PROFILE=campaign $(BIN)/python -m pytest -m campaign $(ARGS); \
		status=$$?; [ $$status -eq 5 ] && echo "No campaign tests yet." || exit $$status

campaign-mutation: .venv/dev
	@if [ -f benchmarks/mutation.py ]; then $(BIN)/python benchmarks/mutation.py; \
		else echo "No mutation campaign yet."; fi

lock: .venv/lock ## renew requirements/*.txt; UPGRADE=1 takes the newest of everything
	@for set in run build dev; do \
		.venv/lock/bin/uv pip compile --quiet --no-config --system-certs --universal --python-version 3.11 \
			--generate-hashes --no-emit-index-url --no-header $(if $(UPGRADE),--upgrade) \
			$$([ $$set = run ] || echo "-c requirements/run.txt") \
			$$([ $$set != dev ] || echo "-c requirements/build.txt") \
			requirements/$$set.in -o requirements/$$set.txt || exit 1; \
	done
	@echo "Locked: requirements/run.txt, build.txt, dev.txt."

clean: ## forget .venv and every cache
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist
	@find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# ---------------------------------------------------------------- set-up, redone when its inputs change

.venv/place: $(if $(STALE),again)
	@for candidate in $(PYTHONS); do \
		if "$$candidate" -c '$(USABLE)' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Aftercare needs Python 3.11 or newer with its venv module, and none was found." \
			"Install it (on Debian and Ubuntu: python3 python3-venv)," \
			"or name one: make PYTHON=/path/to/python" >&2; exit 1; \
	fi; \
	echo "Setting up .venv with $$("$$found" --version) ..."; \
	rm -rf .venv && "$$found" -m venv .venv && echo "$(CURDIR)" > $@

# --no-compile, then compileall on every core: start-up is fast even where Python may not write.
.venv/run: .venv/place requirements/run.txt requirements/build.txt pyproject.toml
	@echo "Installing what the program needs (requirements/run.txt) ..."
	@$(PIP) install --no-compile --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP) install --no-compile --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -qq -j 0 .venv/lib || true
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	@echo "Installing what tests and checks need (requirements/dev.txt) ..."
	@$(PIP) install --no-compile --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m compileall -qq -j 0 .venv/lib || true
	@touch $@

# A browser for the journeys: the one that is there, or one that can be installed; else a loud word.
.venv/browser: .venv/dev tests/journeys/browser.py
	@$(BIN)/python tests/journeys/browser.py
	@touch $@

screens: .venv/browser ## make pictures of every screen, phone and desk, in screens/
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m tests.journeys.screens $(ARGS)

.venv/lock: .venv/place
	@$(BIN)/python -m venv $@ && $@/bin/python -m pip --disable-pip-version-check -qq install uv
