package dev.tailback.verification.torture.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Mapping;
import dev.tailback.verification.torture.people.Market;
import dev.tailback.verification.torture.people.SoldContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Path DOCS = Path.of("..").resolve("docs");
    private static final Pattern KIND = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    private static final String OF_SALESFORCE = "Salesforce: ";

    @Test
    void every_fault_the_local_org_knows_strikes() throws IOException {
        String page = Files.readString(DOCS.resolve("local-org.md"));
        int from = page.indexOf("## Make it fail");
        Set<String> known = kinds(page.substring(from, page.indexOf("\n## ", from + 1)));
        SoldContract sold = new SoldContract("800", List.of("a00"));

        Set<String> striking = new OrgFaults(
                        new OrgControl(URI.create("http://127.0.0.1")),
                        new Market(List.of(sold), sold, Mapping.tailback(), "Open"))
                .all().stream()
                        .map(fault -> fault.name().substring(OF_SALESFORCE.length()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(known.size() > 10, "the page lists few faults: " + known);
        assertEquals(known, striking);
    }

    private static Set<String> kinds(String text) {
        Set<String> kinds = new TreeSet<>();
        Matcher kind = KIND.matcher(text);
        while (kind.find()) {
            kinds.add(kind.group(1));
        }
        return kinds;
    }
}
