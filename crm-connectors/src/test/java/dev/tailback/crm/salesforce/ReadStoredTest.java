package dev.tailback.crm.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.session.SalesforceSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person types between our write and our reading of what was stored is theirs, not a form of what we sent. */
class ReadStoredTest {
    private static final String OBJECT = "Account";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalOrg org = LocalOrg.start(LocalOrgOptions.of(Path.of("src", "test", "resources", "hub-org")));
    private final Meanwhile way = new Meanwhile(org.uri());
    private final OrgSalesPerson sales = new OrgSalesPerson(org.uri(), OBJECT);
    private final SalesforceConnector connector = new SalesforceConnector(
            new SalesforceSession(
                    SalesforceConfiguration.of(way.uri().toString(), "tailback", "local-org", "62.0")
                            .withTimeouts(PATIENCE, PATIENCE, PATIENCE),
                    Clock.systemUTC()),
            SalesforceObjects.of(List.of(OBJECT)));

    @AfterEach
    void close() {
        way.close();
        org.close();
    }

    @Test
    void what_a_person_typed_after_our_write_is_not_told_as_stored() {
        String id = sales.creates(Map.of("Name", "Acme", "Site", "Kiel"));
        way.afterTheNextWrite(() -> sales.edits(id, Map.of("Site", "Bremen")));

        assertEquals(Map.of(), stored(id, "Kiel", "Hamburg"));
    }

    @Test
    void what_nobody_touched_is_told_as_stored() {
        String id = sales.creates(Map.of("Name", "Acme", "Site", "Kiel"));

        assertEquals(Map.of("Site", "Hamburg"), stored(id, "Kiel", " Hamburg "));
    }

    private Map<String, String> stored(String id, String believed, String value) {
        return connector
                .write(
                        OBJECT,
                        List.of(new Write.Update(
                                id, Map.of("Site", value), Map.of("Site", believed), Optional.empty())))
                .fold(
                        all -> all.get(0)
                                .fold(
                                        Written.Accepted::stored,
                                        refused -> Map.of("refused", refused.code()),
                                        conflict -> Map.of("conflict", ""),
                                        gone -> Map.of("gone", ""),
                                        unknown -> Map.of("unknown", "")),
                        refused -> Map.of("refused", refused.code()),
                        away -> Map.of("away", away.code()));
    }
}
