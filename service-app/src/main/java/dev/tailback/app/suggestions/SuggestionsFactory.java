package dev.tailback.app.suggestions;

import dev.tailback.salesforce.sample.SampleReader;
import dev.tailback.salesforce.session.SalesforceSession;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Reads of records by names that are not saved yet. */
@Factory
final class SuggestionsFactory {

    @Singleton
    SampleReader samples(SalesforceSession session) {
        return new SampleReader(session);
    }
}
