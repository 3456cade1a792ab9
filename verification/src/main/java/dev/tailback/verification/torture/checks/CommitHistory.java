package dev.tailback.verification.torture.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.torture.findings.Differences;
import dev.tailback.verification.torture.findings.Harm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every commit of the org in the order in which it was made, read from the org's own file. It shows what a look at the
 * end cannot: an old version that was accepted over a newer one and mended later, and usage that changed while its
 * contract was fulfilled.
 */
public final class CommitHistory {
    private static final String OBJECT = "object";
    private static final String ID = "Id";

    /** A version and what it said. */
    private record Stored(long version, int units, boolean cancelled) {}

    private final Path file;
    private final Mapping mapping;
    private final Differences differences;
    private final Map<String, Stored> usage = new HashMap<>();
    private final Map<String, String> contractOfProduct = new HashMap<>();
    private final Set<String> fulfilled = new HashSet<>();
    private int commits;

    public CommitHistory(Path file, Mapping mapping, Differences differences) {
        this.file = file;
        this.mapping = mapping;
        this.differences = differences;
    }

    /**
     * Reads what is in the file now. After a restart of the org it holds the newest state of each row first, and may be
     * read again.
     */
    public synchronized void read() {
        try {
            for (String line : Files.readAllLines(file)) {
                commit(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The org's file " + file + " cannot be read", e);
        }
    }

    public int commits() {
        return commits;
    }

    private void commit(String line) {
        JsonNode rows;
        try {
            rows = Http.JSON.readTree(line);
        } catch (JsonProcessingException cutByAKill) {
            return;
        }
        commits++;
        Set<String> fulfilledBefore = Set.copyOf(fulfilled);
        rows.forEach(this::remember);
        for (JsonNode row : rows) {
            if (row.path(OBJECT).asText().equals(mapping.object(Part.USAGE))) {
                usage(row, fulfilledBefore);
            }
        }
    }

    private void remember(JsonNode row) {
        String object = row.path(OBJECT).asText();
        if (object.equals(mapping.object(Part.CONTRACT_PRODUCT))) {
            contractOfProduct.put(
                    row.path(ID).asText(),
                    row.path(mapping.field(Idea.CONTRACT)).asText());
        } else if (object.equals(mapping.object(Part.CONTRACT))) {
            boolean isFulfilled = mapping.fulfilledWhen()
                    .contains(row.path(mapping.field(Idea.FULFILLED)).asText());
            if (isFulfilled) {
                fulfilled.add(row.path(ID).asText());
            } else {
                fulfilled.remove(row.path(ID).asText());
            }
        }
    }

    private void usage(JsonNode row, Set<String> fulfilledBefore) {
        String entry = row.path(mapping.field(Idea.EXTERNAL_ID)).asText();
        Stored now = new Stored(
                row.path(mapping.field(Idea.VERSION)).asLong(),
                row.path(mapping.field(Idea.UNITS)).asInt(),
                row.path(mapping.field(Idea.CANCELLED)).asBoolean());
        Stored before = usage.put(entry, now);
        if (before == null || before.equals(now)) {
            return;
        }
        if (now.version() < before.version()) {
            differences.add(
                    Harm.STALE,
                    "Salesforce accepted version " + now.version() + " of entry " + entry + " over version "
                            + before.version() + ".");
        } else if (now.version() == before.version()) {
            differences.add(
                    Harm.STALE,
                    "Salesforce accepted two contents for version " + now.version() + " of entry " + entry + ".");
        }
        String contract = contractOfProduct.get(
                row.path(mapping.field(Idea.CONTRACT_PRODUCT)).asText());
        if (fulfilledBefore.contains(contract)) {
            differences.add(
                    Harm.LOCK_BROKEN,
                    "Entry " + entry + " changed in Salesforce while contract " + contract + " was fulfilled.");
        }
    }
}
