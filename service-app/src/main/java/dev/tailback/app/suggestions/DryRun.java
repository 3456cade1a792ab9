package dev.tailback.app.suggestions;

import dev.tailback.app.suggestions.DryRunView.LineView;
import dev.tailback.app.suggestions.DryRunView.ValueView;
import dev.tailback.mapping.Condition;
import dev.tailback.mapping.Idea;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.salesforce.sample.Sample;
import dev.tailback.salesforce.sample.SampleReader;
import dev.tailback.salesforce.usage.AdShown;
import dev.tailback.salesforce.usage.UsageSnapshot;
import dev.tailback.salesforce.usage.UsageWriter;
import dev.tailback.web.problems.Problem;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tries a mapping on one contract: two reads, and the record that would be sent. It writes nothing. */
@Singleton
public class DryRun {

    /** Stands for a line where the contract has none. */
    private static final String NO_LINE = "the line's id";

    private static final UUID NO_ENTRY = new UUID(0, 1);

    private final FindContract contracts;
    private final SampleReader reader;
    private final Clock clock;

    DryRun(FindContract contracts, SampleReader reader, Clock clock) {
        this.contracts = contracts;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * @param asked the contract's id, or its number, or nothing for the first one
     * @throws Problem 404 {@code unknown_contract}, or why Salesforce cannot be asked
     */
    public DryRunView of(Mapping mapping, String asked) {
        String object = mapping.object(Part.CONTRACT);
        Sample contract = DescribedObjects.required(
                contracts.read(object, mapping.find(Idea.NUMBER), asked, paths(mapping, Part.CONTRACT)),
                object,
                () -> unknown(object, asked));
        List<Sample> lines = DescribedObjects.required(
                reader.children(
                        mapping.object(Part.CONTRACT_PRODUCT),
                        mapping.field(Idea.CONTRACT),
                        contract.id(),
                        paths(mapping, Part.CONTRACT_PRODUCT),
                        SampleReader.MOST_RECORDS),
                mapping.object(Part.CONTRACT_PRODUCT),
                () -> unknown(object, asked));
        return shown(mapping, contract, lines);
    }

    private DryRunView shown(Mapping mapping, Sample contract, List<Sample> lines) {
        String line = lines.stream().map(Sample::id).findFirst().orElse(NO_LINE);
        return new DryRunView(
                contract.id(),
                values(mapping, Part.CONTRACT, contract),
                lines.stream()
                        .map(each -> new LineView(each.id(), values(mapping, Part.CONTRACT_PRODUCT, each)))
                        .toList(),
                isFulfilled(mapping.fulfilled(), contract),
                UsageWriter.json(mapping, madeUp(line)),
                notes(mapping, lines));
    }

    /** An entry that nobody made; it has all that an entry can have. */
    private UsageSnapshot madeUp(String line) {
        AdShown ad = new AdShown(
                "An ad that is not there",
                Optional.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                Optional.of("PO 4711"),
                Optional.of("https://tailback.example/ads/1"));
        return new UsageSnapshot(NO_ENTRY, line, 1, 1, false, "AD-0", Optional.of(ad));
    }

    /** As SOQL compares: capital and small letters are the same. */
    private static boolean isFulfilled(Condition fulfilled, Sample contract) {
        String value = contract.value(fulfilled.field()).orElse("");
        return fulfilled.values().stream().anyMatch(value::equalsIgnoreCase);
    }

    private static List<String> notes(Mapping mapping, List<Sample> lines) {
        List<String> notes = new ArrayList<>();
        if (lines.isEmpty()) {
            notes.add(
                    "This contract has no line that the integration user may see; choose one with lines to see more.");
        }
        for (Idea idea : Idea.values()) {
            idea.cost()
                    .filter(cost -> mapping.find(idea).isEmpty())
                    .ifPresent(cost -> notes.add("Without " + idea.path() + ", " + cost + "."));
        }
        if (!mapping.only(Part.CONTRACT).isEmpty()
                || !mapping.only(Part.CONTRACT_PRODUCT).isEmpty()) {
            notes.add("The conditions under 'only' were not applied: the record that you named is shown as it is.");
        }
        return notes;
    }

    private static List<ValueView> values(Mapping mapping, Part part, Sample record) {
        return Idea.of(part).stream()
                .flatMap(idea -> mapping.find(idea).stream()
                        .map(path -> new ValueView(
                                idea.path(), path, record.value(path).orElse(""))))
                .toList();
    }

    private static List<String> paths(Mapping mapping, Part part) {
        return Idea.of(part).stream()
                .flatMap(idea -> mapping.find(idea).stream())
                .toList();
    }

    private static Problem unknown(String object, String asked) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown_contract",
                object + " has no record " + asked + (asked.isEmpty() ? "" : " ")
                        + "that the integration user may see. Copy the id of one from Salesforce.");
    }
}
