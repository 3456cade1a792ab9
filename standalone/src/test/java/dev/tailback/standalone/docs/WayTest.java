package dev.tailback.standalone.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The way of one entry stays as short as docs/flow.md says, its lists are those of the code, and what it leaves beside
 * the way knows nothing of entries.
 */
class WayTest {
    private static final int MOST = 80;
    private static final int MOST_BESIDE = 36;

    private final String page = Repository.page("docs/flow.md");
    private final Way way = Way.under("leg", page);
    private final Way beside = Way.under("beside the way", page);
    private final Way shapes = Way.under("shapes", page);

    @Test
    void every_type_on_the_way_and_beside_it_is_there_and_counted() {
        assertEquals(List.of(), way.complaints(Repository.types()));
        assertEquals(List.of(), beside.complaints(Repository.types()));
        assertEquals(List.of(), shapes.complaints(Repository.types()));
    }

    @Test
    void the_way_does_not_get_longer() {
        assertTrue(way.length() > 0 && beside.length() > 0, "the page lists no types");
        assertTrue(way.length() <= MOST, "the way has " + way.length() + " types");
        assertTrue(beside.length() <= MOST_BESIDE, "beside the way are " + beside.length() + " types");
    }

    @Test
    void every_shape_is_on_the_way() {
        assertEquals(
                List.of(),
                shapes.types().stream()
                        .filter(shape -> !way.types().contains(shape))
                        .toList());
    }

    @Test
    void what_stands_beside_the_way_knows_no_shape_of_the_entry() {
        assertEquals(List.of(), beside.knowing(shapes, Repository::sourcesOf));
    }

    @Test
    void a_type_beside_the_way_that_knows_the_entry_is_found() {
        Way bad = Way.in("| door | 1 | `Door` |");
        Way known = Way.in("| shape | 2 | `Entry`, `Outcome` |");

        assertEquals(
                List.of("Door knows Entry"),
                bad.knowing(
                        known, type -> "/** An Outcome. */ class Door { Map.Outcome of(Entry entry) {} } // Outcome"));
    }

    @Test
    void a_type_that_is_gone_one_listed_twice_and_a_wrong_count_are_found() {
        Way bad = Way.in("| out | 2 | `Ad`, `Gone` |\n| back | 3 | `Ad` |");

        assertEquals(
                List.of("out lists Gone, which is not there", "back lists 1 types and says 3", "Ad is listed twice"),
                bad.complaints(Set.of("Ad")));
    }
}
