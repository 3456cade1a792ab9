package dev.tailback.hub.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * The figure of matching on companies and people of our own making: subsidiaries, namesakes, spellings, legal
 * forms, families at one address, one customer twice in one CRM. The halves kept aside are asserted without telling
 * their pairs.
 */
class OwnSetTest {

    @Test
    void no_strangers_are_merged() {
        assertEquals(0, OwnSet.companies("tuning").figures().wronglyMerged());
        assertEquals(0, OwnSet.people("tuning").figures().wronglyMerged());
        assertEquals(0, OwnSet.companies("aside").figures().wronglyMerged());
        assertEquals(0, OwnSet.people("aside").figures().wronglyMerged());
    }

    @Test
    void most_companies_kept_aside_are_merged_and_nearly_all_are_found() {
        reaches(OwnSet.companies("aside").figures(), 0.8, 0.95);
    }

    @Test
    void most_people_kept_aside_are_merged_and_nearly_all_are_found() {
        reaches(OwnSet.people("aside").figures(), 0.8, 0.95);
    }

    private static void reaches(OwnSet.Figures figures, double merged, double found) {
        assertTrue(figures.merged() >= merged * figures.all(), figures.toString());
        assertTrue(figures.merged() + figures.shown() >= found * figures.all(), figures.toString());
        assertTrue(figures.wronglyShown() <= figures.all(), figures.toString());
    }
}
