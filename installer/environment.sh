# Read by start and test: where things lie, and whether the environment is ready.
# shellcheck shell=sh
# Needs $installer, the folder of this file.

root=$(dirname -- "$installer")
environment="$root/.venv"
python="$environment/bin/python"

# The environment keeps a copy of each lock file that it was installed from.
is_ready() {
    [ -x "$python" ] && cmp -s "$installer/requirements/$1.lock" "$environment/$1.lock"
}

has() {
    [ -e "$environment/$1" ]
}

# Run installer/prepare.py with the first Python on this machine that is new enough.
prepare() {
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c \
            'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null
        then
            "$candidate" -I "$installer/prepare.py" "$@"
            return
        fi
    done
    echo "需要 Python 3.11、3.12 或 3.13，请先安装。 / Python 3.11, 3.12 or 3.13 is needed." >&2
    return 1
}
