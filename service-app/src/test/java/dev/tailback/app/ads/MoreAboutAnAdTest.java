package dev.tailback.app.ads;

import static dev.tailback.app.testing.Staff.ad;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.app.testing.Answer;
import dev.tailback.app.testing.Booking;
import dev.tailback.app.testing.Ids;
import dev.tailback.app.testing.Line;
import dev.tailback.app.testing.Org;
import dev.tailback.mapping.shipped.UsageFields;
import dev.tailback.usage.UsageRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Date of service, the customer's own reference, a note; and what a change of them or of the title leads to. */
class MoreAboutAnAdTest {

    private static final String MORE =
            ",\"serviceDate\":\"2026-12-01\",\"customerReference\":\"PO 4711\",\"note\":\"Call first\\nthen send\"}";

    private static Org org;
    private static Line line;

    @BeforeAll
    static void start() {
        org = Org.start();
        line = Line.to(org.address(), Map.of("tailback.public-url", "https://ads.example/base/"));
    }

    @AfterEach
    void heal() {
        org.heal();
    }

    @AfterAll
    static void end() {
        line.close();
        org.close();
    }

    @Test
    void what_was_noted_is_shown_again() {
        Answer created = unseen(with(MORE));
        assertEquals(201, created.status(), created.body()::toString);
        noted(created, "2026-12-01", "PO 4711", "Call first\nthen send");
        noted(line.staff().read(created), "2026-12-01", "PO 4711", "Call first\nthen send");
    }

    @Test
    void an_ad_without_it_is_an_ad_too() {
        Answer created = unseen(with("}"));
        assertTrue(created.body().path("serviceDate").isNull());
        assertTrue(created.body().path("customerReference").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "serviceDate; \"2026-02-30\"",
                "serviceDate; \"1999-12-31\"",
                "serviceDate; \"2100-01-01\"",
                "serviceDate; \"01.12.2026\"",
                "serviceDate; 20261201",
                "customerReference; \"LONG81\"",
                "customerReference; \"two\\nlines\"",
                "customerReference; 4711",
                "note; \"LONG1001\"",
                "note; [\"a\"]",
            })
    void what_is_none_is_refused_and_named(String field, String value) {
        String json = value.replace("LONG81", "x".repeat(81)).replace("LONG1001", "x".repeat(1_001));
        Answer refused = unseen(with(",\"" + field + "\":" + json + "}"));
        assertEquals(400, refused.status(), refused.body()::toString);
        assertEquals(field, refused.body().path("errors").path(0).path("field").asText());
    }

    @Test
    void every_field_that_changes_is_traced_with_who_why_and_what_it_was() {
        Answer created = unseen(with(MORE));
        String body = with(",\"customerReference\":\"PO 4712\",\"note\":\"Call first\\nthen send\","
                        + "\"reason\":\"Typo\"}")
                .replace("Spring", "Summer");
        Answer corrected = line.staff().correct(created, body);
        assertEquals(200, corrected.status(), corrected.body()::toString);
        JsonNode changes = corrected.body().path("changes");
        assertEquals(3, changes.size(), changes::toString);
        change(changes.get(0), "TITLE", "Spring", "Summer");
        change(changes.get(1), "SERVICE_DATE", "2026-12-01", "null");
        change(changes.get(2), "CUSTOMER_REFERENCE", "PO 4711", "PO 4712");
        assertEquals(changes, line.staff().read(created).body().path("changes"));
    }

    private static void change(JsonNode change, String field, String before, String after) {
        assertEquals(field, change.path("field").asText());
        assertEquals(before, change.path("before").asText());
        assertEquals(after, change.path("after").asText());
        assertEquals("service", change.path("who").asText());
        assertEquals("Typo", change.path("reason").asText());
        assertEquals(2, change.path("version").asInt());
    }

    @Test
    void a_new_title_makes_a_new_version_of_each_entry_with_the_same_units() {
        Booking booking = Booking.of(org, line);
        Answer created = booking.create(booking.small(), 2, booking.gigantic(), 1);
        booking.report();
        Answer renamed = renamed(booking, line.staff().read(created), "Summer");
        for (int entry = 0; entry < 2; entry++) {
            assertEquals(2, renamed.entry(entry).path("version").asInt());
            assertEquals("Waiting", renamed.state(entry));
            JsonNode last = renamed.entry(entry).path("history").path(2);
            assertEquals("RELABELLED", last.path("what").asText());
        }
        assertEquals(2, renamed.entry(0).path("units").asInt());
        assertEquals(1, renamed.entry(1).path("units").asInt());
        booking.report();
        assertEquals("Reported", line.staff().read(created).state(0));
        JsonNode held = org.usage(UUID.fromString(created.entryId(1)));
        assertEquals("Summer", held.path(UsageFields.AD_TITLE).asText());
        assertEquals(1, held.path(UsageFields.UNITS).asInt());
    }

    @Test
    void salesforce_shows_what_the_ad_says_and_links_to_it() {
        Booking booking = Booking.of(org, line);
        String body = ad("Spring", booking.contract(), booking.gigantic(), 1)
                .replaceFirst("}$", ",\"serviceDate\":\"2026-12-01\",\"customerReference\":\"PO 4711\"}");
        Answer created = line.staff().create(body);
        booking.report();
        JsonNode held = booking.held(created);
        assertEquals("Spring", held.path(UsageFields.AD_TITLE).asText());
        assertEquals("2026-12-01", held.path(UsageFields.SERVICE_DATE).asText());
        assertEquals("PO 4711", held.path(UsageFields.CUSTOMER_REFERENCE).asText());
        assertEquals(
                "https://ads.example/base/ads/" + created.id(),
                held.path(UsageFields.AD_LINK).asText());
        renamed(booking, line.staff().read(created), "Spring");
        booking.report();
        assertTrue(booking.held(created).path(UsageFields.SERVICE_DATE).isNull(), "what is gone is gone there too");
        assertTrue(booking.held(created).path(UsageFields.CUSTOMER_REFERENCE).isNull());
    }

    @Test
    void a_version_from_before_these_fields_is_sent_as_it_was_made() throws SQLException {
        Booking booking = Booking.of(org, line);
        Answer created = booking.create(booking.gigantic(), 1);
        try (Connection database = line.connect();
                Statement statement = database.createStatement()) {
            statement.execute("update usage_entry set ad_title = null where ad_id = '" + created.id() + "'");
        }
        UsageRecord sent = booking.report().stream()
                .filter(record -> record.entryId().toString().equals(created.entryId(0)))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), sent.ad());
        assertTrue(booking.held(created).path(UsageFields.AD_TITLE).isNull());
        assertEquals("Reported", line.staff().read(created).state(0));
    }

    @Test
    void a_note_alone_is_nobodys_business_in_salesforce() {
        Booking booking = Booking.of(org, line);
        Answer created = booking.create(booking.gigantic(), 1);
        booking.report();
        String body = ad("Spring", booking.contract(), booking.gigantic(), 1).replaceFirst("}$", ",\"note\":\"Ours\"}");
        Answer noted = line.staff().correct(line.staff().read(created), body);
        assertEquals("\"2\"", noted.tag());
        assertEquals(1, noted.entry(0).path("version").asInt());
        assertEquals("Reported", noted.state(0));
    }

    @Test
    void a_new_title_leaves_locked_entries_as_they_are() {
        Booking booking = Booking.of(org, line);
        Answer created = booking.create(booking.gigantic(), 1);
        booking.report();
        org.fulfil(booking.contract());
        try {
            Answer renamed = renamed(booking, line.staff().read(created), "Summer");
            assertEquals(200, renamed.status(), renamed.body()::toString);
            assertEquals("Summer", renamed.body().path("title").asText());
            assertEquals(1, renamed.entry(0).path("version").asInt());
            assertEquals("Locked", renamed.state(0));
            org.goDown();
            Answer again = renamed(booking, renamed, "Autumn");
            assertEquals(1, again.entry(0).path("version").asInt(), "the last look counts while nobody can look");
        } finally {
            org.heal();
            org.reopen(booking.contract());
            line.staff().get("/api/contracts/" + booking.contract());
        }
    }

    @Test
    void a_version_says_the_same_of_its_ad_however_the_ad_is_called_later() throws SQLException {
        Answer created = unseen(with(MORE));
        assertEquals(1, said(created, "Spring", 1));
        try (Connection database = line.connect();
                Statement statement = database.createStatement()) {
            statement.execute("update ad set title = 'Summer' where id = '" + created.id() + "'");
            statement.execute("update usage_entry set offer_due_at = now() where ad_id = '" + created.id() + "'");
            assertEquals(1, said(created, "Spring", 1));
            statement.execute(
                    "update usage_entry set version = 2, highest_version = 2 where ad_id = '" + created.id() + "'");
            assertEquals(1, said(created, "Summer", 2));
        }
    }

    private static long said(Answer created, String title, int version) {
        return line.number("""
                select count(*) from usage_entry where cast(ad_id as text) = ? and ad_title = ? and version = ?
                    and ad_service_date = date '2026-12-01' and ad_customer_reference = 'PO 4711'
                """, created.id(), title, version);
    }

    @Test
    void a_request_from_before_these_fields_is_known_as_the_same_request() throws SQLException {
        String body = with("}");
        org.goDown();
        Answer first = line.staff().createOnce("old", body);
        String hash =
                "select count(*) from idempotency_key where key = 'old' and request_hash = encode(sha256(convert_to("
                        + "'AdRequest[title=Spring, contractId=' || ? || ', products=[BookedProduct[contractProductId=' || ? ||"
                        + " ', units=1]], reason=null]', 'UTF8')), 'hex')";
        assertEquals(
                1,
                line.number(
                        hash,
                        first.body().path("contractId").asText(),
                        first.entry(0).path("contractProductId").asText()));
        try (Connection database = line.connect();
                Statement statement = database.createStatement()) {
            statement.execute("update idempotency_key set answer = (answer::jsonb - 'serviceDate' -"
                    + " 'customerReference' - 'note')::text where key = 'old'");
        }
        Answer second = line.staff().createOnce("old", body);
        assertEquals(201, second.status(), second.body()::toString);
        assertEquals(first.id(), second.id());
        assertFalse(second.body().path("title").isNull());
    }

    private static Answer renamed(Booking booking, Answer seen, String title) {
        JsonNode entries = seen.body().path("entries");
        Object[] units = new Object[entries.size() * 2];
        for (int entry = 0; entry < entries.size(); entry++) {
            units[2 * entry] = entries.get(entry).path("contractProductId").asText();
            units[2 * entry + 1] = entries.get(entry).path("units").asInt();
        }
        return line.staff().correct(seen, ad(title, booking.contract(), units));
    }

    private final String body = ad("Spring", Ids.contract(), Ids.product(), 1);

    private String with(String more) {
        return body.replaceFirst("}$", more.replace("\\", "\\\\"));
    }

    /** On a contract that Salesforce cannot be asked about. */
    private static Answer unseen(String body) {
        org.goDown();
        Answer created = line.staff().create(body);
        org.heal();
        return created;
    }

    private static void noted(Answer ad, String day, String reference, String note) {
        assertEquals(day, ad.body().path("serviceDate").asText());
        assertEquals(reference, ad.body().path("customerReference").asText());
        assertEquals(note, ad.body().path("note").asText());
    }
}
