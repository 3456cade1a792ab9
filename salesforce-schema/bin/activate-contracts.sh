#!/bin/sh
# Activates the draft contracts of the seed's customers: a contract can only be inserted as a draft.
set -eu
org="${1:?Say which org: bin/activate-contracts.sh <alias>}"
query="SELECT Id FROM Contract WHERE Status = 'Draft' AND Account.Name IN
 ('Magic Ads Inc', 'Northlight Media', 'Harbour Street Bakery', 'Bluebird Outdoor Ltd')"
sf data query --target-org "$org" --query "$query" --result-format csv | tail -n +2 | while read -r id; do
    [ -z "$id" ] || sf data update record --target-org "$org" --sobject Contract --record-id "$id" --values "Status=Activated" </dev/null
done
