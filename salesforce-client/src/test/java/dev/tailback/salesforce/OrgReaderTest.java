package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.salesforce.org.OrgIdentity;
import dev.tailback.salesforce.org.OrgReader;
import dev.tailback.salesforce.org.OrgVersions;
import dev.tailback.salesforce.session.SalesforceSession;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who we are to an org, which versions it speaks, and what is left of its day. */
class OrgReaderTest {

    private final WireOrg wire = new WireOrg();

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void a_local_org_says_who_we_are_and_what_it_speaks_and_allows() {
        try (LocalOrg org = LocalOrg.start(LocalOrgOptions.of(Path.of("..", "salesforce-schema", "force-app")))) {
            OrgReader reader = new OrgReader(new SalesforceSession(
                    SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", "62.0"),
                    Clock.systemUTC()));

            OrgIdentity identity = found(reader.identity());
            OrgVersions versions = found(reader.versions());
            ApiUsage usage = found(reader.allowance());

            assertEquals("integration@tailback.local", identity.username().orElseThrow());
            assertTrue(identity.organizationId().startsWith("00D"), identity.organizationId());
            assertEquals("Local Org", identity.organization().orElseThrow().name());
            assertTrue(versions.offered().contains("v62.0"), versions.offered()::toString);
            assertTrue(
                    versions.clockAhead().orElseThrow().abs().compareTo(Duration.ofMinutes(1)) < 0, versions::toString);
            assertTrue(usage.used() > 0 && usage.limit() > usage.used(), usage::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "not JSON", "{\"identity\":\"http://x/id/../x\"}"})
    void an_org_that_does_not_say_who_we_are_is_absent(String body) {
        wire.answering(answer(200, body));
        assertInstanceOf(Reading.Absent.class, reader().identity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "not JSON", "{\"DailyApiRequests\":{\"Max\":\"many\"}}"})
    void an_org_that_does_not_say_what_is_left_is_absent(String body) {
        wire.answering(answer(200, body));
        assertInstanceOf(Reading.Absent.class, reader().allowance());
    }

    @Test
    void what_is_no_version_is_no_version() {
        wire.answering(answer(200, "[{\"version\":\"62.0\"},{\"version\":\"6\"},{},7,{\"version\":\"63.0\"}]"));
        assertEquals(List.of("v62.0", "v63.0"), found(reader().versions()).offered());
    }

    @Test
    void a_refusal_and_an_outage_stay_what_they_are() {
        wire.answering(
                answer(403, "[{\"errorCode\":\"API_DISABLED_FOR_ORG\",\"message\":\"no\"}]"),
                answer(503, "maintenance"));
        assertInstanceOf(Reading.Refused.class, reader().allowance());
        assertInstanceOf(Reading.Unavailable.class, reader().versions());
    }

    private OrgReader reader() {
        return new OrgReader(wire.session());
    }

    private static <T> T found(Reading<T> reading) {
        if (reading instanceof Reading.Found<T> found) {
            return found.value();
        }
        throw new AssertionError(reading);
    }
}
