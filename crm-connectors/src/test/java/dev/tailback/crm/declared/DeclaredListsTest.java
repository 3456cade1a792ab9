package dev.tailback.crm.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Cursor;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a list goes on is read to its end, and lists without an end are noticed. */
class DeclaredListsTest {

    private static final int ALL = 23;
    private static final String BY_PAGE = "paging: {kind: page, parameter: page, size: size, most: 10}";
    private static final String BY_OFFSET = "paging: {kind: offset, parameter: skip, size: size, most: 10}";
    private static final String BY_CURSOR =
            "paging: {kind: cursor, parameter: after, next: /next, size: size, most: 10}";

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 100})
    void pages_by_number_are_told_whole_in_parts_of_any_size(int most) {
        try (TinyCrm crm = TinyCrm.answering(asked ->
                TinyCrm.items((number(asked, "page") - 1) * number(asked, "size"), number(asked, "size"), ALL))) {
            assertEquals(ALL, read(crm.connector(BY_PAGE), most).size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void pages_by_offset_are_read_to_their_end(int most) {
        try (TinyCrm crm =
                TinyCrm.answering(asked -> TinyCrm.items(number(asked, "skip"), number(asked, "size"), ALL))) {
            assertEquals(ALL, read(crm.connector(BY_OFFSET), most).size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100})
    void a_list_in_one_piece_is_told_in_parts(int most) {
        try (TinyCrm crm = TinyCrm.answering(asked -> TinyCrm.items(0, ALL, ALL))) {
            assertEquals(ALL, read(crm.connector("gone: /deleted"), most).size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BY_PAGE, BY_OFFSET})
    void a_crm_that_answers_every_place_with_the_same_records_is_noticed(String paging) {
        try (TinyCrm crm = TinyCrm.answering(asked -> TinyCrm.items(0, number(asked, "size"), ALL))) {
            assertTrue(readingEndsInASentence(crm.connector(paging)).contains("does not go on"));
        }
    }

    @Test
    void a_cursor_that_never_moves_is_noticed() {
        try (TinyCrm crm =
                TinyCrm.answering(asked -> TinyCrm.items(0, 5, ALL).replaceFirst("^\\{", "{\"next\":\"here\","))) {
            assertTrue(readingEndsInASentence(crm.connector(BY_CURSOR)).contains("does not go on"));
        }
    }

    @Test
    void the_second_round_asks_for_what_changed_since_with_an_overlap() {
        try (TinyCrm crm =
                TinyCrm.answering(asked -> TinyCrm.items(number(asked, "skip"), number(asked, "size"), ALL))) {
            Connector connector = crm.connector(BY_OFFSET + "\n      since: changed\n      overlap: 1s");
            Cursor end = page(connector, Optional.empty(), 100).next();
            while (!page(connector, Optional.of(end), 100).isLast()) {
                end = page(connector, Optional.of(end), 100).next();
            }
            end = page(connector, Optional.of(end), 100).next();
            page(connector, Optional.of(end), 100);

            String last = crm.calls().get(crm.calls().size() - 1);
            assertTrue(last.contains("changed=" + (1_000_000 + ALL - 1 - 1_000)), last);
        }
    }

    @Test
    void a_flag_of_a_record_tells_that_it_is_deleted() {
        try (TinyCrm crm =
                TinyCrm.answering(asked -> "{\"items\":[{\"id\":1,\"at\":5,\"name\":\"x\",\"deleted\":true}]}")) {
            Change change = page(crm.connector("gone: /deleted"), Optional.empty(), 5)
                    .changes()
                    .get(0);

            assertEquals(Change.Deleted.class, change.getClass());
        }
    }

    @Test
    void numbers_keep_their_digits() {
        try (TinyCrm crm = TinyCrm.answering(asked -> TinyCrm.items(0, 1, 1))) {
            String age = page(crm.connector("gone: /deleted"), Optional.empty(), 5)
                    .changes()
                    .get(0)
                    .fold(changed -> changed.record().values().getOrDefault("age", ""), deleted -> "", merged -> "");

            assertEquals("12345678901234567.89", age);
        }
    }

    @Test
    void a_token_of_oauth_is_fetched_once_and_again_when_the_crm_forgets_it() {
        int[] logins = {0};
        int[] served = {0};
        try (TinyCrm crm = TinyCrm.answering(asked -> {
            if (asked.get("path").equals("/token")) {
                logins[0]++;
                return "{\"access_token\":\"t" + logins[0] + "\",\"expires_in\":3600}";
            }
            boolean isFirst = asked.get("authorization").equals("Bearer t1") && served[0]++ == 0;
            return isFirst || asked.get("authorization").equals("Bearer t2")
                    ? TinyCrm.items(0, 1, 1)
                    : "401 {\"error\":\"unknown\"}";
        })) {
            Connector connector = crm.connector(
                    "oauth, tokenPath: /token, client: CRM_ID, secret: CRM_SECRET",
                    "gone: /deleted",
                    Map.of("CRM_ID", "id", "CRM_SECRET", "secret"));

            page(connector, Optional.empty(), 5);
            page(connector, Optional.empty(), 5);

            assertEquals(2, logins[0]);
        }
    }

    @Test
    void what_the_file_does_not_declare_is_refused_with_what_to_add() {
        try (TinyCrm crm = TinyCrm.answering(asked -> "{}")) {
            Written written = crm.connector("gone: /deleted")
                    .write("people", List.of(new Write.Create(Map.of("name", "x"))))
                    .fold(given -> given.get(0), refused -> failed(refused.reason()), away -> failed(away.reason()));

            assertEquals("NOT_DECLARED", written.fold(a -> "", Written.Refused::code, c -> "", g -> "", u -> ""));
        }
    }

    private static int number(Map<String, String> asked, String name) {
        return Integer.parseInt(asked.getOrDefault(name, "0"));
    }

    private static Set<String> read(Connector connector, int most) {
        Set<String> ids = new TreeSet<>();
        Optional<Cursor> since = Optional.empty();
        for (int pages = 0; pages < 100; pages++) {
            ChangePage page = page(connector, since, most);
            assertTrue(page.changes().size() <= most);
            page.changes().forEach(change -> ids.add(change.id()));
            if (page.isLast()) {
                return ids;
            }
            since = Optional.of(page.next());
        }
        throw new AssertionError("there was no last page");
    }

    private static String readingEndsInASentence(Connector connector) {
        Optional<Cursor> since = Optional.empty();
        for (int pages = 0; pages < 20; pages++) {
            Answer<ChangePage> answer = connector.changes(new ChangesAsked("people", since, List.of("name"), 10));
            String sentence = answer.fold(given -> "", Answer.Refused::reason, Answer.Unavailable::reason);
            if (!sentence.isEmpty()) {
                return sentence;
            }
            since = answer.fold(
                    given -> Optional.of(given.next()), refused -> Optional.empty(), away -> Optional.empty());
        }
        return "it was read without an end";
    }

    private static ChangePage page(Connector connector, Optional<Cursor> since, int most) {
        return connector
                .changes(new ChangesAsked("people", since, List.of("name", "age"), most))
                .fold(page -> page, refused -> failed(refused.reason()), away -> failed(away.reason()));
    }

    private static <T> T failed(String how) {
        throw new AssertionError(how);
    }
}
