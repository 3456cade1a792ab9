package dev.tailback.mapping.suggestion;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Suggestions as a mapping file, each with its reasons as a comment. Where no field is right, a comment says what that
 * costs, or that the idea is required; the file is no mapping then until a person has filled the line.
 *
 * @param kept the mapping that an admin has saved, for what no suggestion says
 */
public record SuggestedFile(Asked asked, List<Suggestion> suggestions, Optional<Mapping> kept) {

    private static final int LONGEST_COMMENT = 160;

    public SuggestedFile {
        suggestions = List.copyOf(suggestions);
    }

    public String text() {
        StringBuilder file = new StringBuilder("""
                # Suggested from what Salesforce describes to the integration user. Read each line before you use it,
                # and try it: ./tailback org mapping check FILE.
                mapping: 1
                """);
        file.append("name: ")
                .append(quoted("Suggested for " + asked.contract().label()))
                .append('\n');
        for (Part part : Part.values()) {
            file.append('\n');
            asked.object(part).ifPresentOrElse(object -> part(file, part, object), () -> file.append("""
                            # usage: the org has no object for usage yet; './tailback org generate' makes one.
                            """));
        }
        return file.toString();
    }

    private void part(StringBuilder file, Part part, OrgObject object) {
        file.append(part.key()).append(":\n  object: ").append(object.name()).append('\n');
        if (part == Part.CONTRACT_PRODUCT) {
            line(
                    file,
                    "listedAs",
                    listedAs(),
                    "no relationship of " + asked.contract().name() + " lists its lines");
        }
        file.append("  fields:\n");
        suggestions.stream()
                .filter(suggestion -> suggestion.idea().part() == part)
                .forEach(suggestion -> field(file, suggestion));
        if (part == Part.CONTRACT) {
            line(file, "fulfilledWhen", list(fulfilledWhen()), "name the values that mean that the contract is done");
        }
        only(file, only(part));
    }

    private static void only(StringBuilder file, List<Condition> conditions) {
        if (!conditions.isEmpty()) {
            file.append("  only:\n");
        }
        conditions.forEach(condition -> file.append("    ")
                .append(condition.field())
                .append(": ")
                .append(list(condition.values()).orElseThrow())
                .append('\n'));
    }

    private static void line(StringBuilder file, String key, Optional<String> value, String otherwise) {
        file.append(value.map(found -> "  " + key + ": " + found)
                        .orElse("  # " + key + ": required; " + otherwise + "."))
                .append('\n');
    }

    private static void field(StringBuilder file, Suggestion suggestion) {
        Idea idea = suggestion.idea();
        suggestion.candidates().stream()
                .findFirst()
                .filter(candidate -> suggestion.kept().isEmpty())
                .ifPresent(candidate ->
                        file.append("    # ").append(why(suggestion)).append('\n'));
        file.append(suggestion
                        .first()
                        .map(path -> "    " + idea.key() + ": " + path)
                        .orElseGet(() -> "    # " + idea.key() + ": "
                                + idea.cost()
                                        .map(cost -> "no field is right; without one, " + cost)
                                        .orElse("required, and no field is right: " + idea.meaning())
                                + "."))
                .append('\n');
    }

    private static String why(Suggestion suggestion) {
        Candidate best = suggestion.candidates().get(0);
        String reasons = best.reasons().stream().map(Reason::sentence).collect(Collectors.joining("; "));
        String others =
                suggestion.candidates().stream().skip(1).map(Candidate::path).collect(Collectors.joining(", "));
        return comment(best.confidence().word() + ": " + reasons + (others.isEmpty() ? "" : "; or " + others));
    }

    /** How queries on the contract list its lines. */
    public Optional<String> listedAs() {
        return sameObjects(Part.CONTRACT, Part.CONTRACT_PRODUCT)
                .map(Mapping::listedAs)
                .or(() -> ObjectSuggestions.listedAs(
                        asked.contract(), asked.line().name(), first(Idea.CONTRACT)));
    }

    /** The values that mean that the contract is done; none where no value of the suggested field says so. */
    public List<String> fulfilledWhen() {
        return kept.filter(mapping -> asked.kept().containsKey(Idea.FULFILLED))
                .map(Mapping::fulfilledWhen)
                .orElseGet(() -> first(Idea.FULFILLED)
                        .flatMap(asked.contract()::field)
                        .map(SuggestedFile::done)
                        .orElse(List.of()));
    }

    /** What every record of the part must meet: nobody's suggestion, but what is mapped already. */
    public List<Condition> only(Part part) {
        return sameObjects(part).map(mapping -> mapping.only(part)).orElse(List.of());
    }

    /** The kept mapping, where it has the same objects. */
    private Optional<Mapping> sameObjects(Part... parts) {
        return kept.filter(mapping -> Arrays.stream(parts)
                .allMatch(part -> asked.object(part)
                        .filter(object -> object.name().equalsIgnoreCase(mapping.object(part)))
                        .isPresent()));
    }

    /** As YAML writes it. */
    private static Optional<String> list(List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().map(SuggestedFile::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    private static List<String> done(OrgField field) {
        return field.type().equals("boolean") ? List.of("true") : Done.values(field.values());
    }

    private Optional<String> first(Idea idea) {
        return suggestions.stream()
                .filter(suggestion -> suggestion.idea() == idea)
                .findFirst()
                .flatMap(Suggestion::first);
    }

    private static String quoted(String value) {
        return "'" + oneLine(value).replace("'", "''") + "'";
    }

    private static String comment(String words) {
        String line = oneLine(words);
        return line.length() > LONGEST_COMMENT ? line.substring(0, LONGEST_COMMENT) + "..." : line;
    }

    /** A line break of any kind would end the comment, and the rest would be read as a part of the mapping. */
    private static String oneLine(String words) {
        return words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+", " ").strip();
    }
}
