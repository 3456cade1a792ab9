package dev.tailback.verification.torture.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveriesTest {
    private final Recoveries recoveries = new Recoveries();

    @Test
    void the_table_shows_how_often_and_the_median_and_longest_time() {
        for (int seconds : new int[] {4, 1, 2, 9}) {
            recoveries.struck("Redis wiped");
            recoveries.recovered("Redis wiped", Duration.ofSeconds(seconds));
        }
        recoveries.struck("Redis wiped");
        recoveries.struck("worker killed");

        assertEquals(
                List.of(
                        "  fault                                times measured   median   longest",
                        "  Redis wiped                              5        4    3.0 s     9.0 s",
                        "  worker killed                            1        0        -         -"),
                recoveries.table().lines().toList());
        assertEquals(6, recoveries.total());
    }
}
