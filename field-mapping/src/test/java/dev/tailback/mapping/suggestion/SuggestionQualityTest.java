package dev.tailback.mapping.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Idea;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How often the engine suggests what a person would choose. The pairs were written before the engine, and are split by
 * shape of org: half of them may be looked at while it is tuned, the other half is kept aside for the figure. "None" is
 * a choice too: a suggestion where no field is right counts as wrong in both figures.
 */
class SuggestionQualityTest {

    /** @param wrong what differs from a person's choice, a line each */
    private record Figure(int pairs, int first, int amongThree, List<String> wrong) {
        double rightFirst() {
            return (double) first / pairs;
        }

        double withinThree() {
            return (double) amongThree / pairs;
        }

        @Override
        public String toString() {
            return "of %d pairs %.3f right first, %.3f within three%n%s"
                    .formatted(pairs, rightFirst(), withinThree(), String.join("\n", wrong));
        }
    }

    @Test
    void the_half_for_tuning_is_suggested_right() {
        Figure figure = figure("tuning");

        assertTrue(figure.rightFirst() >= 0.99 && figure.withinThree() >= 0.99, figure::toString);
    }

    /** Which pairs are wrong is not told, so that nobody tunes the engine by them. */
    @Test
    void the_half_kept_aside_is_suggested_right() {
        Figure figure = figure("aside");

        assertTrue(
                figure.rightFirst() >= 0.94 && figure.withinThree() >= 0.98,
                () -> figure.toString().lines().findFirst().orElse(""));
    }

    @Test
    void every_shape_has_a_choice_for_every_idea_and_only_fields_that_it_has() {
        for (OrgFile org : OrgFile.all()) {
            assertEquals(Set.of(Idea.values()), org.expected().keySet(), org.name());
            org.expected()
                    .forEach((idea, paths) -> paths.forEach(
                            path -> assertTrue(path.equals("none") || has(org, idea, path), org.name() + ": " + path)));
        }
    }

    @Test
    void the_halves_are_split_by_shape_as_it_is_said_and_are_large_enough() {
        Map<String, List<OrgFile>> families = OrgFile.all().stream()
                .collect(Collectors.groupingBy(OrgFile::family, TreeMap::new, Collectors.toList()));

        families.remove("more for tuning").forEach(org -> assertEquals("tuning", org.half(), org.name()));
        families.forEach((family, orgs) -> {
            assertEquals(2, orgs.size(), family);
            OrgFile tuning =
                    sha256(orgs.get(0).name()).compareTo(sha256(orgs.get(1).name())) < 0 ? orgs.get(0) : orgs.get(1);
            orgs.forEach(org -> assertEquals(org == tuning ? "tuning" : "aside", org.half(), org.name()));
        });
        assertTrue(OrgFile.of("aside").size() * Idea.values().length >= 150);
    }

    @Test
    void no_field_is_suggested_first_for_two_ideas() {
        for (OrgFile org : OrgFile.all()) {
            Set<String> taken = new HashSet<>();
            FieldSuggestions.of(org.asked())
                    .forEach(suggestion -> suggestion
                            .first()
                            .ifPresent(path -> assertTrue(
                                    taken.add(suggestion.idea().part() + path),
                                    org.name() + " suggests " + path + " twice")));
        }
    }

    private static boolean has(OrgFile org, Idea idea, String path) {
        var object = Objects.requireNonNull(org.objects().get(idea.part()));
        String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        return path.contains(".")
                ? object.reference(first).isPresent()
                : object.field(first).isPresent();
    }

    private static Figure figure(String half) {
        int pairs = 0;
        int first = 0;
        int amongThree = 0;
        List<String> wrong = new ArrayList<>();
        for (OrgFile org : OrgFile.of(half)) {
            for (Suggestion suggestion : FieldSuggestions.of(org.asked())) {
                List<String> expected = Objects.requireNonNull(org.expected().get(suggestion.idea()));
                List<String> said =
                        suggestion.candidates().stream().map(Candidate::path).toList();
                boolean isNone = expected.equals(List.of("none"));
                boolean isFirst =
                        isNone ? said.isEmpty() : said.stream().limit(1).anyMatch(expected::contains);
                pairs++;
                first += isFirst ? 1 : 0;
                amongThree += isFirst || (!isNone && said.stream().anyMatch(expected::contains)) ? 1 : 0;
                if (!isFirst) {
                    wrong.add(org.name() + " " + suggestion.idea().path() + ": " + expected + " but "
                            + shown(suggestion));
                }
            }
        }
        return new Figure(pairs, first, amongThree, wrong);
    }

    private static String shown(Suggestion suggestion) {
        return suggestion.candidates().stream()
                .map(candidate -> candidate.path() + " " + candidate.confidence() + " "
                        + candidate.reasons().stream().map(Reason::sentence).toList())
                .collect(Collectors.joining(", "));
    }

    private static String sha256(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
