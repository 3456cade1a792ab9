package dev.tailback.app.adsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.adsearch.StateCounts.Counts;
import dev.tailback.app.testing.Line;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counting by contracts gives what looking at each entry gives, whatever the ledger holds. */
class StateCountsTest {

    /** The rule itself: each entry by its view, each ad once for a state. */
    private static final String ONE_BY_ONE =
            "select count(distinct e.ad_id) from shown_entry e where %s and e.ad_id in" + " (select a.id from ad a %s)";

    private static Line line;
    private static StateCounts counts;

    /**
     * 3,000 ads on contracts that are open, fulfilled or never seen, each with 1 to 4 entries of every fate and version
     * that the table admits, some behind an entry they replace; then a third of the ads moves to another contract and
     * books there.
     */
    @BeforeAll
    static void a_ledger_with_everything() {
        line = Line.withoutSalesforce();
        counts = line.bean(StateCounts.class);
        line.number("""
                with label as (insert into contract_label (contract_id, number, customer, fulfilled_seen_at, seen_at)
                        select 'c' || n, n, 'Customer ' || n, case when n % 2 = 0 then now() end, now()
                        from generate_series(1, 8) n returning 1)
                select count(*) from label
                """);
        line.number("""
                with ads as (
                    insert into ad (id, title, contract_id, version, cancelled, created_by, created_at, changed_by, changed_at)
                    select gen_random_uuid(), 'Ad ' || n, 'c' || n % 12, 1, false, 'p' || n % 3, now(), 'me', now()
                    from generate_series(1, 3000) n returning 1)
                select count(*) from ads
                """);
        entries("generate_series(1, 1 + (a.number % 4)::int) p", "cast(null as uuid)");
        line.number("""
                with moves as (
                    update ad set contract_id = 'c' || (number + 1) % 12 where number % 3 = 0 returning 1)
                select count(*) from moves
                """);
        entries(
                "generate_series(1, 1) p",
                "case when random() < 0.5 then (select r.id from usage_entry r where r.ad_id = a.id limit 1) end",
                "where a.moved or a.number % 7 = 0");
    }

    @AfterAll
    static void end() {
        line.close();
    }

    @Test
    void all_ads_are_counted_as_their_entries_are_told() {
        assertCounted("", all());
        assertTrue(Arrays.stream(ListedState.values())
                .allMatch(state -> counts.of(all()).byState().get(state) > 0));
    }

    @Test
    void so_are_those_of_a_search() {
        assertCounted("where a.created_by = 'p1'", filter(Optional.empty(), Optional.of("p1")));
        assertCounted("where a.title like '%Ad 12%'", filter(Optional.of("ad 12"), Optional.empty()));
        assertCounted("where a.number = 12", filter(Optional.of("AD-12"), Optional.empty()));
        assertCounted("where false", filter(Optional.of("no such ad"), Optional.empty()));
        assertCounted(
                "where a.contract_id = 'c3' or exists (select from usage_entry u"
                        + " where u.ad_id = a.id and u.contract_id = 'c3')",
                AdFilter.ofContract("c3"));
    }

    @Test
    void an_ad_with_entries_on_another_contract_remembers_that_it_moved() {
        assertEquals(
                0,
                line.number("select count(*) from usage_entry e join ad a on a.id = e.ad_id"
                        + " where e.contract_id <> a.contract_id and not a.moved"));
        assertTrue(line.number("select count(*) from ad where moved") > 300);
    }

    private static void assertCounted(String where, AdFilter filter) {
        Map<ListedState, Long> expected = new EnumMap<>(ListedState.class);
        for (ListedState state : ListedState.values()) {
            expected.put(state, line.number(ONE_BY_ONE.formatted(state.condition(), where)));
        }
        assertEquals(new Counts(line.number("select count(*) from ad a " + where), expected), counts.of(filter));
    }

    private static AdFilter all() {
        return filter(Optional.empty(), Optional.empty());
    }

    private static AdFilter filter(Optional<String> text, Optional<String> person) {
        return new AdFilter(
                text,
                Optional.empty(),
                Optional.empty(),
                person,
                Optional.empty(),
                new Days(false, Optional.empty(), Optional.empty()));
    }

    /** Half of them plain; the others of any fate, version and code. */
    private static void entries(String howMany, String replaces, String... where) {
        line.number("""
                with drawn as materialized (
                        select a.id as ad_id, a.contract_id, p, random() < 0.5 as plain,
                            (array['OPEN', 'PARKED', 'WITHDRAWN'])[1 + floor(random() * 3)::int] as fate,
                            1 + floor(random() * 3)::int as version, random() < 0.3 as next, random() < 0.3 as cancelled,
                            %2$s as replaces
                        from ad a cross join lateral %1$s %3$s),
                    made as (
                        insert into usage_entry (id, ad_id, contract_id, contract_product_id, units, cancelled, version,
                            highest_version, replaces, reported_version, reported_units, reported_cancelled, fate, attempts,
                            next_attempt_at, code, offer_due_at, open_since, created_at, changed_at)
                        select gen_random_uuid(), ad_id, contract_id, 'a0' || p, 1, cancelled, version, version, replaces,
                            case when plain or fate = 'WITHDRAWN' or fate = 'OPEN' and cancelled then version
                                else version - 1 end, 1, cancelled,
                            case when plain then 'OPEN' else fate end, 0,
                            case when not plain and next then now() end,
                            case when not plain and fate = 'WITHDRAWN' then 'WITHDRAWN'
                                when not plain and next then 'ROW_BUSY' end,
                            now(), now(), now(), now()
                        from drawn returning 1)
                select count(*) from made
                """.formatted(howMany, replaces, String.join(" ", where)));
    }
}
