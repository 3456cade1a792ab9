package dev.tailback.verification.torture.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.program.CannotStart;
import dev.tailback.verification.fleet.CopiedFiles;
import dev.tailback.verification.fleet.Http;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An org's seed with many more contracts like its first one: most with plenty of units, some with few. They are rows of
 * the seed, so that whatever a contract needs in this org is there.
 */
public final class MarketSeed {
    /** Units of a line that is never used up. */
    public static final int PLENTY = 1_000_000;

    public static final int FEW = 30;

    private static final int CONTRACTS = 25;
    private static final int LINES = 3;
    private static final int EVERY_TENTH = 10;
    private static final String REFERENCE = "referenceId";

    private final Path seed;
    private final Mapping mapping;

    private MarketSeed(Path seed, Mapping mapping) {
        this.seed = seed;
        this.mapping = mapping;
    }

    static MarketSeed of(Path seed, Mapping mapping) {
        return new MarketSeed(seed, mapping);
    }

    /** @return the directory that was written */
    Path write(Path target) {
        try {
            CopiedFiles.copy(seed, target);
            sellMore(target);
            return target;
        } catch (IOException broken) {
            throw CannotStart.misconfigured("The seed " + seed + " cannot be made larger in " + target + ".", broken);
        }
    }

    private void sellMore(Path target) throws IOException {
        Path contractFile = target.resolve(mapping.object(Part.CONTRACT) + ".json");
        Path lineFile = target.resolve(mapping.object(Part.CONTRACT_PRODUCT) + ".json");
        JsonNode contracts = Http.JSON.readTree(contractFile.toFile());
        JsonNode lines = Http.JSON.readTree(lineFile.toFile());
        ObjectNode template = (ObjectNode) contracts.path("records").path(0);
        List<ObjectNode> sold = linesOf(template, lines.path("records"));
        for (int number = 0; number < CONTRACTS; number++) {
            String name = "Market" + number;
            records(contracts).add(named(template.deepCopy(), name));
            int units = number % EVERY_TENTH == EVERY_TENTH - 1 ? FEW : PLENTY;
            for (int line = 0; line < LINES; line++) {
                ObjectNode copy = sold.get(line % sold.size()).deepCopy();
                copy.put(mapping.field(Idea.CONTRACT), "@" + name);
                copy.put(mapping.field(Idea.UNITS_SOLD), units);
                records(lines).add(named(copy, name + "Line" + line));
            }
        }
        Http.JSON.writeValue(contractFile.toFile(), contracts);
        Http.JSON.writeValue(lineFile.toFile(), lines);
    }

    private List<ObjectNode> linesOf(ObjectNode contract, JsonNode lines) {
        String reference = "@" + contract.path("attributes").path(REFERENCE).asText();
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode line : lines) {
            if (line.path(mapping.field(Idea.CONTRACT)).asText().equals(reference)) {
                found.add((ObjectNode) line);
            }
        }
        if (found.isEmpty()) {
            throw CannotStart.misconfigured("The first contract of the seed " + seed + " has no lines.");
        }
        return found;
    }

    private static ObjectNode named(ObjectNode row, String reference) {
        ((ObjectNode) row.path("attributes")).put(REFERENCE, reference);
        return row;
    }

    private static ArrayNode records(JsonNode file) {
        return (ArrayNode) file.path("records");
    }
}
