package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.rights.MigratedDatabase;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bar says how many ads are one's own. */
class OwnAdsTest {

    private Line line;

    @BeforeEach
    void start() {
        line = Line.withoutSalesforce();
    }

    @AfterEach
    void end() {
        line.close();
    }

    @Test
    void mine_has_a_count_for_who_books_and_counts_nobody_else_s() {
        assertFalse(bar("service").contains("Mine <span"), "there is nothing to count yet");
        line.staff().create(ad("Spring", Ids.contract(), Ids.product(), 1));
        line.staff().create(ad("Summer", Ids.contract(), Ids.product(), 1));
        line.as("operator").create(ad("Autumn", Ids.contract(), Ids.product(), 1));
        assertTrue(bar("service").contains("Mine <span class=\"count\">2</span></a>"), () -> bar("service"));
        assertTrue(bar("operator").contains("Mine <span class=\"count\">1</span></a>"), () -> bar("operator"));
        assertFalse(bar("viewer").contains("Mine"), () -> bar("viewer"));
    }

    @Test
    void many_are_not_counted_to_the_end() {
        ads(999);
        assertTrue(bar("service").contains("Mine <span class=\"count\">999</span></a>"), () -> bar("service"));
        ads(1);
        assertTrue(bar("service").contains("Mine <span class=\"count\">999+</span></a>"), () -> bar("service"));
        ads(50);
        assertEquals(1_000, line.bean(OwnAds.class).count("service"));
    }

    @Test
    void it_is_read_by_the_index_of_ads_by_person() throws SQLException {
        String plan = new MigratedDatabase()
                .plan("select count(*) from (select from ad where created_by = 'service' limit 1000) own");
        assertTrue(plan.contains("ad_of_person"), plan);
    }

    private void ads(int many) {
        line.number("""
                with more as (insert into ad (id, title, contract_id, version, cancelled, created_by, created_at,
                        changed_by, changed_at)
                    select gen_random_uuid(), 'Many', '800', 1, false, 'service', now(), 'service', now()
                    from generate_series(1, ?) returning 1)
                select count(*) from more
                """, many);
    }

    private String bar(String account) {
        String page = line.browser(account).open("/ads").body();
        return page.substring(page.indexOf("class=\"places\""), page.indexOf("</nav>"));
    }
}
