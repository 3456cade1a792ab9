package dev.tailback.hub.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Source;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where one new record belongs. */
class JoiningTest {

    private static final Entity COMPANY = Entities.shipped().entity("company").orElseThrow();
    private static final MatchRecord ACME =
            company("erp", "1", Map.of("name", "Acme GmbH", "domain", "acme.de", "taxNumber", "DE1"));
    private static final MatchRecord ACME_AGAIN = company("sales", "2", Map.of("name", "ACME", "domain", "acme.de"));

    private final MemoryIndex index = new MemoryIndex(COMPANY);

    private static MatchRecord company(String crm, String id, Map<String, String> values) {
        return new MatchRecord(new Source(crm, id), values);
    }

    private Joined join(MatchRecord record, StewardDecisions stewards) {
        return new Joining(new Judge(Model.usual(COMPANY), Thresholds.forPrecision(0.99), stewards), index)
                .join(record);
    }

    private static String said(Joined joined) {
        return joined.fold(
                joins -> "joins " + joins.fit().group().id(),
                unclear -> "unclear " + unclear.fits().size(),
                () -> "new");
    }

    @Test
    void it_joins_the_group_it_fits() {
        index.add("g1", ACME);

        assertEquals("joins g1", said(join(ACME_AGAIN, StewardDecisions.none())));
    }

    @Test
    void nothing_like_it_makes_it_new() {
        index.add("g1", ACME);

        assertEquals("new", said(join(company("sales", "3", Map.of("name", "Zenit AG")), StewardDecisions.none())));
    }

    @Test
    void a_chain_does_not_bring_strangers_together() {
        index.add("g1", ACME_AGAIN);
        index.add(
                "g1",
                company(
                        "erp",
                        "9",
                        Map.of("name", "Borealis Holding SE", "taxNumber", "DE9", "domain", "borealis.eu")));

        Joined joined = join(ACME, StewardDecisions.none());

        assertEquals("unclear 1", said(joined));
        String stranger = joined.fold(
                joins -> "", unclear -> unclear.fits().get(0).stranger().orElse(""), () -> "");
        assertTrue(stranger.startsWith("It does not fit erp 9"), stranger);
    }

    @Test
    void two_groups_that_fit_are_for_a_steward() {
        index.add("g1", ACME);
        index.add("g2", company("marketing", "5", Map.of("name", "Acme", "domain", "acme.de")));

        assertEquals("unclear 2", said(join(ACME_AGAIN, StewardDecisions.none())));
    }

    @Test
    void a_group_that_a_steward_ruled_out_is_never_joined() {
        index.add("g1", ACME);
        StewardDecisions never = new StewardDecisions(Set.of(), Set.of(Pair.of(ACME.source(), ACME_AGAIN.source())));

        assertEquals("new", said(join(ACME_AGAIN, never)));
    }

    @Test
    void a_group_that_a_steward_named_is_joined_without_any_likeness() {
        MatchRecord other = company("sales", "7", Map.of("name", "Trading as Zenit"));
        index.add("g1", ACME);
        StewardDecisions same = new StewardDecisions(Set.of(Pair.of(ACME.source(), other.source())), Set.of());

        assertEquals("joins g1", said(join(other, same)));
    }
}
