package dev.tailback.worker.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkSettingsTest {
    private final BulkSettings standard = BulkSettings.standard(Duration.ofSeconds(60));

    @Test
    void a_number_is_from_where_jobs_begin_and_off_is_never() {
        assertEquals(OptionalLong.of(20_000), standard.from());
        assertEquals(OptionalLong.of(10), standard.withFrom(" 10 ").from());
        assertEquals(OptionalLong.empty(), standard.withFrom("off").from());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "10000001", "-1", "", "on", "1e4", "20,000"})
    void anything_else_is_refused_with_what_it_must_be(String text) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> standard.withFrom(text))
                .getMessage();
        assertTrue(sentence.contains("from 10 to 10000000, or off"), sentence);
    }

    @ParameterizedTest
    @CsvSource({"4000000000, 50000", "250000000, 50000", "64000000, 12800", "1000000, 2000"})
    void a_small_heap_makes_smaller_jobs(long heap, int most) {
        assertEquals(most, BulkSettings.mostIn(heap));
    }

    @Test
    void a_small_backlog_is_worth_a_job_only_where_it_is_asked_for() {
        assertEquals(2_000, standard.fewest());
        assertEquals(500, standard.withFrom("500").fewest());
    }

    @Test
    void a_job_is_taken_for_orphaned_only_after_its_longest_calls() {
        assertTrue(standard.silence().compareTo(Duration.ofSeconds(120)) > 0);
    }
}
