#!/usr/bin/env bash
# Bring the lock files in line with pyproject.toml; needs the network and a prepared .venv.
# Versions already locked are kept; lock.sh --upgrade takes the newest.
# Names, versions and hashes only: where packages come from is each machine's own setting.
set -euo pipefail
cd "$(dirname "$0")/.."

options=("$@")
compile() {
    .venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
        --no-header --no-annotate --no-emit-options --no-emit-index-url --no-emit-find-links \
        --no-emit-trusted-host --build-deps-for=editable \
        "${options[@]}" "$@" pyproject.toml
}

compile --output-file packaging/requirements.lock
compile --extra=dev --constraint packaging/requirements.lock \
    --output-file packaging/requirements-dev.lock
compile --extra=dev --extra=bench --constraint packaging/requirements-dev.lock \
    --output-file packaging/requirements-bench.lock

# pip-compile comments on pip and setuptools; the files hold nothing but requirements.
sed -i '/^ *#/d' packaging/requirements{,-dev,-bench}.lock
