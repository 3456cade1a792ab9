package dev.tailback.standalone.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The way of one entry stays as short as docs/flow.md says, and its list is that of the code. */
class WayTest {
    private static final int MOST = 79;

    private final Way way = Way.in(Found.tablesUnder(Repository.page("docs/flow.md"), "## The types on the way"));

    @Test
    void every_type_on_the_way_is_there_and_counted() {
        assertEquals(List.of(), way.complaints(Repository.types()));
    }

    @Test
    void the_way_does_not_get_longer() {
        assertTrue(way.length() > 0, "the page lists no types");
        assertTrue(way.length() <= MOST, "the way has " + way.length() + " types");
    }

    @Test
    void a_type_that_is_gone_one_listed_twice_and_a_wrong_count_are_found() {
        Way bad = Way.in("| out | 2 | `Ad`, `Gone` |\n| back | 3 | `Ad` |");

        assertEquals(
                List.of("out lists Gone, which is not there", "back lists 1 types and says 3", "Ad is listed twice"),
                bad.complaints(Set.of("Ad")));
    }
}
