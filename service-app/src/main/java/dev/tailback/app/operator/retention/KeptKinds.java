package dev.tailback.app.operator.retention;

import dev.tailback.app.operator.retention.Keeping.ForEver;
import dev.tailback.app.operator.retention.Keeping.WhileItLasts;
import java.util.List;

/** What no command deletes: the ledger with everything that names it, and what is so now. */
final class KeptKinds {

    static final List<Kind> ALL = List.of(
            forEver(
                    "ads",
                    "Ads: title, contract, date, reference, note",
                    List.of("ad"),
                    "select created_at from ad order by number limit 1",
                    "Everything. An ad is cancelled, never deleted."),
            forEver(
                    "entries",
                    "Usage entries: units, version, what Salesforce holds",
                    List.of("usage_entry"),
                    "select created_at from usage_entry order by line limit 1",
                    "Everything. An entry is cancelled, never deleted."),
            forEver(
                    "histories",
                    "What happened to ads and entries: who, when, why, each answer of Salesforce",
                    List.of("usage_history", "ad_history"),
                    """
                    select least((select at from usage_history order by id limit 1),
                        (select at from ad_history order by id limit 1))""",
                    "Everything. Usage is invoiced by it."),
            forEver(
                    "requests",
                    "Correction requests, and what finance answered",
                    List.of("correction_request", "correction_request_event"),
                    "select asked_at from correction_request order by number limit 1",
                    "Everything."),
            forEver(
                    "statements",
                    "Statements of closed contracts and periods, with their lines, files and keys",
                    List.of("close_statement", "close_statement_line", "statement_key"),
                    "select closed_at from close_statement order by number limit 1",
                    "Everything. Each statement is proved by its key."),
            forEver(
                    "closings",
                    "Who asked a contract to close, and who took that back",
                    List.of("contract_closing"),
                    "select at from contract_closing order by id limit 1",
                    "Everything."),
            forEver(
                    "mappings",
                    "Versions of the mapping: which objects and fields of the org stood for what, who wrote it and why",
                    List.of("mapping_version"),
                    "select at from mapping_version order by version limit 1",
                    "Everything. It says where earlier usage was reported to."),
            forEver(
                    "schemas",
                    "What the mapping used of the org, each time it had changed, and which fields were left out since",
                    List.of("schema_version", "mapping_effect"),
                    "select at from schema_version order by number limit 1",
                    "Everything. It says why values are missing in Salesforce."),
            forEver(
                    "operations",
                    "What operators did, with their reasons; deletions, too",
                    List.of("operator_action"),
                    "select at from operator_action order by id limit 1",
                    "Everything."),
            forEver(
                    "accounts",
                    "Accounts, and what was done to them",
                    List.of("account", "account_event"),
                    "select min(created_at) from account",
                    "Everything. An account is disabled, never deleted: people in histories keep their names."),
            forEver(
                    "contracts",
                    "What contracts and products were called when they were last read",
                    List.of("contract_label", "contract_product_label"),
                    "select seen_at from contract_label order by seen_at limit 1",
                    "Everything. It names the contracts of ads, and says which entries are locked."),
            new Kind(
                    "now",
                    "What is so now: holds, open alerts, entries that Salesforce is asked about again, whose turn it is, what"
                            + " the last rebuild of the queue offered, a proof that is being made",
                    List.of(
                            "hold",
                            "alert",
                            "alert_turn",
                            "late_arrival",
                            "reconciliation_turn",
                            "queue_rebuild",
                            "schema_watch",
                            "proof_claim"),
                    "",
                    new WhileItLasts(),
                    "Everything until it is over: a hold is let go, an alert ends, Salesforce has answered."));

    private KeptKinds() {}

    private static Kind forEver(String name, String what, List<String> tables, String oldest, String stays) {
        return new Kind(name, what, tables, oldest, new ForEver(), stays);
    }
}
