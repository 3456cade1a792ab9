package dev.tailback.app.suggestions;

import dev.tailback.app.salesforce.SalesforceId;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.sample.Sample;
import dev.tailback.salesforce.sample.SampleReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads the contract that somebody has named, in one call. */
@Singleton
class FindContract {

    private final SampleReader reader;

    FindContract(SampleReader reader) {
        this.reader = reader;
    }

    /**
     * @param number the field that people call it by; empty where nobody knows which one that is
     * @param text an id, or what stands in that field; empty for the first contract
     */
    Reading<Sample> read(String object, Optional<String> number, String text, List<String> paths) {
        if (text.isEmpty()) {
            return reader.first(object, paths);
        }
        return SalesforceId.of(text)
                .map(id -> reader.one(object, id, paths))
                .or(() -> number.map(field -> reader.named(object, field, text, paths)))
                .orElseGet(Reading.Absent::new);
    }
}
