package dev.tailback.crm.hubspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Cursor;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.localcrms.hubspot.LocalHubSpot;
import dev.tailback.localcrms.hubspot.LocalHubSpotOptions;
import dev.tailback.localcrms.hubspot.limits.AllowanceSettings;
import dev.tailback.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is HubSpot's own, on an account that plays its faults. */
class HubSpotWireTest {

    private static final String OBJECT = "companies";
    private static final List<String> FIELDS = List.of("name", "city");

    private final LocalHubSpot hubspot = LocalHubSpot.start(LocalHubSpotOptions.standard()
            .withAllowances(AllowanceSettings.generous())
            .withSearchDelay(Duration.ZERO));
    private final Marketer marketer = new Marketer(hubspot, OBJECT);
    private final SettableClock ours = new SettableClock();

    @AfterEach
    void close() {
        hubspot.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"kind\":\"status\",\"status\":423}', LOCKED, PT2S",
        "'{\"kind\":\"status\",\"status\":423,\"retryAfter\":7}', LOCKED, PT7S",
        "'{\"kind\":\"status\",\"status\":477,\"retryAfter\":90}', MIGRATING, PT1M30S",
        "'{\"kind\":\"rate-limit\",\"policy\":\"TEN_SECONDLY_ROLLING\"}', TEN_SECONDLY_ROLLING, PT10S",
        "'{\"kind\":\"rate-limit\",\"policy\":\"DAILY\"}', DAILY, PT10M"
    })
    void we_stay_away_as_long_as_hubspot_means(String fault, String code, Duration wait) {
        HubSpotConnector connector = connector();
        marketer.orders("[" + fault + "]");

        Answer<List<SourceRecord>> answer = connector.read(new RecordsAsked(OBJECT, List.of("1"), FIELDS));

        assertEquals(code + " " + wait, away(answer));
        assertEquals(
                Optional.of(ours.instant().plus(wait)), connector.allowance().waitUntil());
        marketer.orders("[]");
        ours.advance(wait);
        assertEquals(List.of(), given(connector.read(new RecordsAsked(OBJECT, List.of("1"), FIELDS))));
    }

    @Test
    void an_input_that_fails_beside_others_is_refused_for_now() {
        marketer.orders("[{\"kind\":\"partial-batch\",\"every\":3}]");
        List<Write> writes = IntStream.range(0, 6)
                .<Write>mapToObj(number -> new Write.Create(Map.of("name", "Company " + number)))
                .toList();

        List<String> fates = given(connector().write(OBJECT, writes)).stream()
                .map(HubSpotWireTest::fate)
                .toList();

        assertEquals(List.of("new", "new", "for now", "new", "new", "for now"), fates);
    }

    @Test
    void a_value_carries_the_time_at_which_it_was_set() {
        String id = marketer.creates(Map.of("name", "Acme", "city", "Kiel"));
        marketer.edits(id, Map.of("city", "Bonn"));

        SourceRecord record = given(connector().read(new RecordsAsked(OBJECT, List.of(id), FIELDS)))
                .get(0);

        Instant city = Optional.ofNullable(record.valueTimes().get("city")).orElseThrow();
        Instant name = Optional.ofNullable(record.valueTimes().get("name")).orElseThrow();
        assertTrue(city.isAfter(name), name + " " + city);
        assertEquals("Bonn", record.values().get("city"));
    }

    @Test
    void a_change_is_told_when_a_search_that_stood_still_goes_on() {
        HubSpotConnector connector = connector();
        String id = marketer.creates(Map.of("name", "Acme"));
        Cursor cursor = toTheEnd(connector, Optional.empty(), new HashSet<>());
        marketer.orders("[{\"kind\":\"stuck-search\"}]");
        marketer.edits(id, Map.of("city", "Bonn"));
        String other = marketer.creates(Map.of("name", "Other"));
        cursor = toTheEnd(connector, Optional.of(cursor), new HashSet<>());
        marketer.orders("[]");

        Set<String> told = new HashSet<>();
        toTheEnd(connector, Optional.of(cursor), told);

        assertTrue(told.containsAll(Set.of(id, other)), told.toString());
    }

    @Test
    void a_token_that_ends_before_its_time_is_renewed() {
        HubSpotConnector connector = new HubSpotConnector(
                settings(),
                new HubSpotAccess.OAuth("local-client", "local-secret", "local-refresh-token"),
                Clock.systemUTC());
        given(connector.authenticate());
        marketer.endsAllTokens();

        assertTrue(given(connector.authenticate()).missing().isEmpty());
    }

    @Test
    void a_wrong_secret_is_refused_in_one_sentence() {
        HubSpotConnector connector = new HubSpotConnector(
                settings(), new HubSpotAccess.OAuth("local-client", "wrong", "local-refresh-token"), Clock.systemUTC());

        assertEquals("LOGIN_REFUSED", refused(connector.authenticate()));
    }

    @Test
    void a_wrong_key_is_refused() {
        HubSpotConnector connector = new HubSpotConnector(settings(), new HubSpotAccess.Key("pat-wrong"), ours);

        assertEquals("UNAUTHORIZED", refused(connector.authenticate()));
    }

    @Test
    void what_is_left_of_the_day_is_told_by_the_headers() {
        HubSpotConnector connector = connector();
        Identity identity = given(connector.authenticate());

        assertTrue(identity.account().startsWith("HubSpot account "), identity.account());
        assertEquals(100_000_000, connector.allowance().most().orElse(0));
        assertTrue(connector.allowance().left().orElse(0) > 99_999_900);
    }

    private HubSpotConnector connector() {
        return new HubSpotConnector(settings(), new HubSpotAccess.Key(hubspot.serviceKey()), ours);
    }

    /** Patient, since a busy machine answers late. */
    private HubSpotSettings settings() {
        return HubSpotSettings.of(hubspot.uri(), List.of(OBJECT)).withLimit(Duration.ofMinutes(2));
    }

    private static Cursor toTheEnd(HubSpotConnector connector, Optional<Cursor> since, Set<String> told) {
        Optional<Cursor> cursor = since;
        for (int pages = 0; pages < 100; pages++) {
            ChangePage page = given(connector.changes(new ChangesAsked(OBJECT, cursor, FIELDS, 100)));
            page.changes().forEach(change -> told.add(change.id()));
            cursor = Optional.of(page.next());
            if (page.isLast()) {
                return page.next();
            }
        }
        throw new AssertionError("no last page");
    }

    private static String fate(Written written) {
        return written.fold(
                accepted -> accepted.isNew() ? "new" : "changed",
                refused -> refused.isForNow() ? "for now" : refused.code(),
                conflict -> "conflict",
                gone -> "gone",
                unknown -> "unknown");
    }

    private static <T> T given(Answer<T> answer) {
        return answer.fold(
                given -> given,
                refused -> {
                    throw new AssertionError(refused.toString());
                },
                away -> {
                    throw new AssertionError(away.toString());
                });
    }

    private static String refused(Answer<?> answer) {
        return answer.<String>fold(given -> "given", refused -> refused.code(), away -> "away: " + away.code());
    }

    private static String away(Answer<?> answer) {
        return answer.<String>fold(
                given -> "given",
                refused -> "refused: " + refused.code(),
                away -> away.code() + " " + away.retryAfter().orElse(Duration.ZERO));
    }
}
