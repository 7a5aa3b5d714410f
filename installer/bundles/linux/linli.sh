#!/bin/sh
# Starts Linli from wherever its folder lies: linli [ARGUMENTS]
# Beside a file "portable.txt" the ledger lies in "data" there, else in the user's own folder.
here=$(dirname -- "$(readlink -f -- "$0")")
root=${here%/bin}

case ${1:-} in
    */ledger.db) set -- --data-dir "$(dirname -- "$1")" ;; # double-clicked
    *) [ ! -e "$root/portable.txt" ] || set -- --data-dir "$root/data" "$@" ;;
esac

# Plugins of the desktop's own Qt are of another version.
unset QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH
exec "$root/python/bin/python3.11" -I -m linli "$@"
