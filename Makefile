PYTHON ?= python3
UV ?= uv
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help paper test bench generate lock clean .venv

help:
	@echo 'make paper   run the notebooks and write the paper to build/paper'
	@echo 'make test    lint, format, types, import contracts, tests, notebooks'
	@echo 'make bench   measure speed and accuracy'
	@echo 'make generate  write radam_sym/generated/ anew, from the theorems'
	@echo 'make lock    resolve the dependencies again (needs uv; UPGRADE=1 takes the newest)'
	@echo 'make clean   remove .venv and everything that can be made again'
	@echo
	@echo 'PYTHON=...   the Python (at least 3.11) that .venv is made with; now: $(PYTHON)'

# Phony, because only the script can tell whether the environment is stale.
.venv:
	@$(PYTHON) scripts/environment.py

paper: .venv
	@$(BIN)/python -m radam_sym.report.paper --notebooks notebooks --output build/paper

test: .venv
	@echo '── lint'
	@$(BIN)/ruff check
	@echo '── format'
	@$(BIN)/ruff format --check
	@echo '── types'
	@$(BIN)/mypy
	@echo '── import contracts'
	@$(BIN)/lint-imports --no-logo
	@echo '── tests and doctests'
	@$(BIN)/python -m pytest -n auto --dist loadfile
	@echo '── notebooks give their stored outputs again'
	@$(BIN)/python -m pytest -n auto --dist loadfile --nbval --nbval-current-env notebooks

bench: .venv
	@$(BIN)/python -m benchmarks

generate: .venv
	@$(BIN)/python -m radam_sym.codegen

# One lock for every platform and Python version; --fork-strategy keeps one version of each package.
lock:
	@$(UV) pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
	    --fork-strategy fewest --generate-hashes --custom-compile-command 'make lock' \
	    $(if $(UPGRADE),--upgrade) --quiet --output-file requirements.lock

clean:
	rm -rf .venv .venv.lock build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
