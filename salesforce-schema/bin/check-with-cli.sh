#!/bin/sh
# Converts the source there and back with Salesforce's own CLI and compares. Skips with a sentence where it cannot run.
set -eu
cd "$(dirname "$0")/.."
version="$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')"
if [ "${version:-0}" -lt 22 ]; then
    echo "Skipped: the Salesforce CLI needs Node 22, and here is ${version:-no Node}."
    exit 0
fi
if ! command -v sf >/dev/null; then
    echo "Skipped: the Salesforce CLI is missing (npm install --global @salesforce/cli)."
    exit 0
fi
export SF_DISABLE_TELEMETRY=true SF_AUTOUPDATE_DISABLE=true SF_SKIP_NEW_VERSION_CHECK=true
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
for source in force-app force-app-reporting force-app-auth; do
    sf project convert source --root-dir "$source" --output-dir "$out/mdapi" >/dev/null
    sf project convert mdapi --root-dir "$out/mdapi" --output-dir "$out/$source" >/dev/null
    rm -rf "$out/mdapi"
    # The CLI adds an empty file for the standard object Contract; all else must be the same, byte for byte.
    find "$out/$source" -name Contract.object-meta.xml -delete
    diff -r "$source" "$out/$source"
    echo "$source: the same there and back"
done
