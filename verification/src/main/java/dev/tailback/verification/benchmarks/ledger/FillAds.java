package dev.tailback.verification.benchmarks.ledger;

/**
 * Many ads as a service team has them after some years, written past the service app: five people, a hundred ads a
 * contract, one entry or two each; nearly all are reported, a fifth of the contracts is fulfilled, and of a thousand
 * entries about ten wait, five are tried again and five are rejected.
 */
public final class FillAds {

    private static final String CONTRACTS = """
            insert into contract_label (contract_id, number, customer, fulfilled_seen_at, seen_at)
            select '800' || lpad(n::text, 15, '0'), lpad(n::text, 8, '0'), 'Measured Customer ' || n,
                   case when n %% 5 = 0 then now() end, now()
            from generate_series(0, %1$d / 100) n
            """;

    private static final String ADS = """
            insert into ad (id, title, contract_id, version, cancelled, created_by, created_at, changed_by, changed_at,
                service_date, customer_reference)
            select gen_random_uuid(), 'Measured campaign ' || md5(n::text) || ' ' || n,
                   '800' || lpad((n / 100)::text, 15, '0'), 1, false, 'person' || n %% 5,
                   now() - (%1$d - n) * interval '5 minutes', 'person' || n %% 5,
                   now() - (%1$d - n) * interval '5 minutes', date '2026-01-01' + n %% 365, 'PO ' || n
            from generate_series(1, %1$d) n
            """;

    private static final String ENTRIES = """
            insert into usage_entry (
                id, ad_id, contract_id, contract_product_id, units, cancelled, version, highest_version, reported_version,
                reported_units, reported_cancelled, fate, attempts, next_attempt_at, code, reason, offer_due_at,
                open_since, reported_at, created_at, changed_at)
            select gen_random_uuid(), a.id, a.contract_id, 'a0P' || lpad((a.number %% 50 + p)::text, 15, '0'), p, false,
                   1, 1, case when a.number %% 50 = 0 then 0 else 1 end, case when a.number %% 50 = 0 then 0 else p end,
                   false, case when a.number %% 200 = 50 then 'PARKED' else 'OPEN' end, 0,
                   case when a.number %% 200 = 100 then now() + interval '1 hour' end,
                   case when a.number %% 200 in (50, 100) then 'ROW_BUSY' end,
                   case when a.number %% 200 in (50, 100) then 'The row is busy.' end,
                   now() + interval '1 day', a.created_at, a.created_at, a.created_at, a.created_at
            from ad a cross join lateral generate_series(1, 1 + (a.number %% 2)::int) p
            """;

    private static final String PRODUCTS = """
            insert into contract_product_label (contract_product_id, contract_id, product)
            select 'a0P' || lpad(n::text, 15, '0'), '800' || lpad('0', 15, '0'), 'Product ' || n
            from generate_series(1, 60) n
            """;

    private final Ledger ledger;

    public FillAds(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param ads 1,000 or more */
    public void book(long ads) {
        ledger.execute(
                "set session_replication_role = replica",
                CONTRACTS.formatted(ads),
                PRODUCTS,
                ADS.formatted(ads),
                ENTRIES.formatted());
        ledger.execute("vacuum analyze ad", "vacuum analyze usage_entry", "analyze contract_label");
    }
}
