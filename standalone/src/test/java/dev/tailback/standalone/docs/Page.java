package dev.tailback.standalone.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One page in Markdown: its links and its lines. */
record Page(Path file, String text) {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final int COLUMNS = 120;

    static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sentence for each link to a file or a heading that is not there. */
    List<String> brokenLinks() {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(2, link.length() - 1))
                .filter(link -> !link.contains("://"))
                .filter(link -> !leadsSomewhere(link))
                .map(link -> file.getFileName() + " has a link to " + link + ", which is not there")
                .toList();
    }

    private boolean leadsSomewhere(String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || of(target).headings().contains(parts[1]);
    }

    /** Headings as GitHub names them in addresses. */
    Set<String> headings() {
        return text.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** One sentence for each line of prose that is too long; a row of a table and a line of code cannot wrap. */
    List<String> longLines() {
        List<String> found = new ArrayList<>();
        boolean isCode = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            isCode ^= line.stripLeading().startsWith("```");
            if (!isCode && !line.startsWith("|") && line.length() > COLUMNS) {
                found.add(file.getFileName() + " line " + number + " has " + line.length() + " columns");
            }
        }
        return found;
    }
}
