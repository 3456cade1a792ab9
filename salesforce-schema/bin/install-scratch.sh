#!/bin/sh
# A scratch org with everything in it. Needs the Salesforce CLI (sf) and a Dev Hub: sf org login web --set-default-dev-hub
set -eu
cd "$(dirname "$0")/.."
org="${1:-tailback}"
command -v sf >/dev/null || { echo "The Salesforce CLI is missing: npm install --global @salesforce/cli" >&2; exit 1; }

sf org create scratch --definition-file config/project-scratch-def.json --alias "$org" --set-default --duration-days 30
bin/deploy.sh "$org"
sf org assign permset --target-org "$org" --name Tailback_Sales --name Tailback_Finance --name Tailback_Reopen_Contract
sf data import tree --target-org "$org" --plan data/plan.json
bin/activate-contracts.sh "$org"
sf org open --target-org "$org"
