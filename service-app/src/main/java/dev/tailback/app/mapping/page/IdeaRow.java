package dev.tailback.app.mapping.page;

import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An idea, and what stands for it in the org.
 *
 * @param path as in the file
 * @param word of its texts
 * @param field empty where the org has none
 */
public record IdeaRow(String path, String word, Optional<String> field, boolean isRequired, boolean isWritten) {

    static List<IdeaRow> of(Mapping mapping) {
        return Arrays.stream(Idea.values())
                .map(idea ->
                        new IdeaRow(idea.path(), word(idea), mapping.find(idea), idea.isRequired(), idea.isWritten()))
                .toList();
    }

    /** {@code usage-external-id} for {@code usage.externalId}. */
    static String word(Idea idea) {
        return idea.path().replace('.', '-').replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
