# make demo and make test start from a bare clone; packaging/setup.sh prepares what they need.
BIN := .venv/bin
OUT ?= demo
PYTEST_ARGS ?= -n 2 --dist worksteal

# Where this is set, every child process that a test starts compiles the program again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo run test bench lint format forms locks setup setup-test setup-bench clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: setup ## run the whole story on the shipped plans; the results are in demo/
	$(BIN)/sdpd demo --out $(OUT)

run: setup ## open the window
	$(BIN)/sdpd-desktop

test: setup-test ## all tests, without a screen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(PYTEST_ARGS)

bench: setup-bench ## the measurements alone, printed
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -s tests/benchmarks

lint: setup-test ## style, types, floors, forms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy packaging/compile_forms.py
	$(BIN)/lint-imports
	$(BIN)/python packaging/compile_forms.py --check

format: setup-test ## put the code in the house's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

forms: setup-test ## compile ui/forms into sdpd_desktop/gui/generated
	$(BIN)/python packaging/compile_forms.py

locks: setup-test ## bring packaging/*.lock in line with pyproject.toml (LOCK_ARGS=--upgrade for the newest)
	packaging/lock.sh $(LOCK_ARGS)

setup: ## prepare .venv/ and the system packages to run
	packaging/setup.sh run

setup-test: ## the same, to test
	packaging/setup.sh test

setup-bench: ## the same, with what the measurements compare with
	packaging/setup.sh bench

clean: ## remove what make made, but the user's data
	rm -rf .venv demo dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
