package dev.tailback.app.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.app.testing.SchemaCopy;
import dev.tailback.localorg.LocalOrg;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each promise is shown not to hold on an org that lacks what keeps it. */
class BrokenPromisesTest {

    @TempDir
    private Path directory;

    static List<Breach> breaches() {
        return Breach.ALL;
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void an_org_that_breaks_promises_is_found(Breach breach) {
        try (LocalOrg org = breach.change().apply(new SchemaCopy(directory)).start()) {
            Tried tried = TriedOrg.whole(org).by(breach.mapping()).prove();

            Set<String> broken =
                    breach.broken().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
            Set<String> found = tried.named(Seen.Verdict.NOT_HELD);
            assertTrue(found.containsAll(broken), tried::toString);
            if (!breach.andMore()) {
                assertEquals(broken, found, tried::toString);
                assertTrue(tried.remains().contains(", 0 of them not cancelled"), tried::remains);
            }
        }
    }

    @Test
    void every_promise_has_an_org_that_breaks_it() {
        Set<Promise> broken = EnumSet.noneOf(Promise.class);
        Breach.ALL.forEach(breach -> broken.addAll(breach.broken()));

        assertEquals(EnumSet.allOf(Promise.class), broken);
    }
}
