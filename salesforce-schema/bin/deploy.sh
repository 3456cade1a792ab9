#!/bin/sh
# Deploys to an org the Salesforce CLI knows: bin/deploy.sh <alias> [--dry-run]. The core comes first and alone, so that
# a report column your org names differently cannot stop it. The external client app is deployed by hand, see README.
set -eu
cd "$(dirname "$0")/.."
[ $# -ge 1 ] || { echo "Say which org: bin/deploy.sh <alias> [--dry-run]" >&2; exit 1; }
org="$1"
shift
command -v sf >/dev/null || { echo "The Salesforce CLI is missing: npm install --global @salesforce/cli" >&2; exit 1; }

sf project deploy start --target-org "$org" --source-dir force-app "$@"
if ! sf project deploy start --target-org "$org" --source-dir force-app-reporting "$@"; then
    echo "The core is in place; layout, list view, reports or dashboard are not. The lines above say which name to mend." >&2
    exit 2
fi
