package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.Answer;
import dev.tailback.crm.call.CrmAnswer;
import dev.tailback.crm.call.CutAnswer;
import dev.tailback.crm.declared.DeclaredObject.Listing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a page of a list, by whichever of the ways a list goes on. Its places survive other page sizes: a page by
 * number is always asked for in one size, and told in parts.
 */
record ReadList(DeclaredCalls calls, RecordShape shape, Listing listing) {

    /** @param next where it goes on; empty at its end */
    record Page(List<JsonNode> records, Optional<String> next, String first) {}

    /** @param more further parameters of the question */
    Answer<Page> page(DeclaredCursor from, Map<String, String> more, List<String> fields, int most) {
        Map<String, String> query =
                new HashMap<>(Blanks.filled(listing.call().query(), Map.of("fields", String.join(",", fields))));
        query.putAll(more);
        query.putAll(place(from.place(), most));
        return calls.ask(listing.call().path(), query).flatMap(answer -> page(answer, from, most));
    }

    private Map<String, String> place(String place, int most) {
        Paging paging = listing.paging();
        return switch (paging.kind()) {
            case NONE -> Map.of();
            case PAGE ->
                Map.of(
                        paging.parameter(),
                        String.valueOf(Parts.of(place, paging).page()),
                        paging.size(),
                        size(paging.most()));
            case OFFSET ->
                Map.of(
                        paging.parameter(),
                        place.isEmpty() ? "0" : place,
                        paging.size(),
                        size(Math.min(most, paging.most())));
            case CURSOR ->
                place.isEmpty()
                        ? Map.of(paging.size(), size(Math.min(most, paging.most())))
                        : Map.of(paging.parameter(), place, paging.size(), size(Math.min(most, paging.most())));
        };
    }

    private static String size(int records) {
        return Integer.toString(records);
    }

    /** The number of a page, and how many of its records were told. */
    private record Parts(int page, int told) {

        static Parts of(String place, Paging paging) {
            String[] parts = place.split("-", -1);
            return place.matches("\\d{1,8}-\\d{1,5}")
                    ? new Parts(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                    : new Parts(paging.first(), 0);
        }

        String place() {
            return page + "-" + told;
        }
    }

    private Answer<Page> page(CrmAnswer answer, DeclaredCursor from, int most) {
        JsonNode list = listing.call().record().in(answer.json());
        int largest =
                listing.paging().kind() == Paging.Kind.PAGE || listing.paging().kind() == Paging.Kind.NONE
                        ? listing.paging().most()
                        : Math.min(most, listing.paging().most());
        if (!list.isArray() || list.size() > largest) {
            return new Answer.Unavailable<>(
                    CutAnswer.CODE,
                    "The answer of " + calls.name()
                            + " has no list where the file says that one stands, or a longer one than "
                            + "was asked for: see 'records' and 'size', and who answers in its place.",
                    Optional.empty());
        }
        try {
            List<JsonNode> records = new ArrayList<>();
            list.forEach(records::add);
            String first = records.isEmpty() ? "" : shape.id(records.get(0));
            return told(answer.json(), records, first, from, most);
        } catch (CutAnswer cut) {
            return new Answer.Unavailable<>(CutAnswer.CODE, cut.getMessage(), Optional.empty());
        }
    }

    private Answer<Page> told(JsonNode json, List<JsonNode> records, String first, DeclaredCursor from, int most) {
        return switch (listing.paging().kind()) {
            case NONE -> new Answer.Given<>(whole(records, from.place(), most));
            case PAGE -> byPage(records, first, from, most);
            case OFFSET -> byOffset(records, first, from);
            case CURSOR -> byCursor(json, records, first, from);
        };
    }

    /** In the order of ids, so that it goes on after the last one that was told. */
    private Page whole(List<JsonNode> records, String after, int most) {
        List<JsonNode> open = records.stream()
                .filter(record -> shape.id(record).compareTo(after) > 0)
                .sorted(Comparator.comparing(shape::id))
                .toList();
        List<JsonNode> some = open.subList(0, Math.min(most, open.size()));
        return new Page(
                some,
                some.size() < open.size() ? Optional.of(shape.id(some.get(some.size() - 1))) : Optional.empty(),
                "");
    }

    private Answer<Page> byPage(List<JsonNode> records, String first, DeclaredCursor from, int most) {
        Parts at = Parts.of(from.place(), listing.paging());
        if (at.told() == 0 && isStuck(first, from)) {
            return stuck();
        }
        List<JsonNode> open = records.subList(Math.min(at.told(), records.size()), records.size());
        List<JsonNode> some = open.subList(0, Math.min(most, open.size()));
        Parts next =
                some.size() < open.size() ? new Parts(at.page(), at.told() + some.size()) : new Parts(at.page() + 1, 0);
        return new Answer.Given<>(
                new Page(some, records.isEmpty() ? Optional.empty() : Optional.of(next.place()), first));
    }

    private Answer<Page> byOffset(List<JsonNode> records, String first, DeclaredCursor from) {
        if (isStuck(first, from)) {
            return stuck();
        }
        long told = from.place().matches("\\d{1,12}") ? Long.parseLong(from.place()) : 0;
        Optional<String> next =
                records.isEmpty() ? Optional.empty() : Optional.of(Long.toString(told + records.size()));
        return new Answer.Given<>(new Page(records, next, first));
    }

    private Answer<Page> byCursor(JsonNode json, List<JsonNode> records, String first, DeclaredCursor from) {
        JsonNode place = listing.paging().next().orElseThrow().in(json);
        if (place.isContainerNode() || isTooLong(place.asText(""))) {
            throw new CutAnswer("The answer of " + calls.name()
                    + " names no next page that can be asked for: see 'next', and " + "who answers in its place.");
        }
        String next = place.isNull() ? "" : place.asText("");
        return !next.isEmpty() && next.equals(from.place())
                ? stuck()
                : new Answer.Given<>(new Page(records, Optional.of(next).filter(text -> !text.isEmpty()), first));
    }

    private static boolean isTooLong(String place) {
        return place.getBytes(StandardCharsets.UTF_8).length > DeclaredCursor.LONGEST_PLACE;
    }

    private static boolean isStuck(String first, DeclaredCursor from) {
        return !first.isEmpty() && !from.place().isEmpty() && first.equals(from.seen());
    }

    private Answer<Page> stuck() {
        return new Answer.Unavailable<>(
                CutAnswer.CODE,
                "The list of " + calls.name()
                        + " does not go on: see 'paging', and if it stays so, who answers in its place.",
                Optional.empty());
    }
}
