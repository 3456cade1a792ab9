package dev.tailback.app.suggestions;

import dev.tailback.mapping.Part;
import dev.tailback.salesforce.sample.Sample;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a chosen contract, its first line and that line's first usage hold.
 *
 * @param said what they are of, or why there are none
 */
record Samples(Map<Part, Sample> records, String said) {

    static final String NOT_ASKED = "Name a contract's record with 'sample' to see what it holds.";

    Samples {
        records = Map.copyOf(records);
    }

    static Samples none(String why) {
        return new Samples(Map.of(), why);
    }

    Samples with(Part part, Sample sample) {
        Map<Part, Sample> more = new EnumMap<>(Part.class);
        more.putAll(records);
        more.put(part, sample);
        return new Samples(more, said);
    }

    /** Of the contract; empty where none was read. */
    Optional<String> contractId() {
        return Optional.ofNullable(records.get(Part.CONTRACT)).map(Sample::id);
    }

    Optional<String> value(Part part, String path) {
        return Optional.ofNullable(records.get(part)).flatMap(sample -> sample.value(path));
    }
}
