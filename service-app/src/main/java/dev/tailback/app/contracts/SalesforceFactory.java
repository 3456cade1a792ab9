package dev.tailback.app.contracts;

import dev.tailback.mapping.Mapping;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractStandings;
import dev.tailback.salesforce.currency.OrgCurrencyReader;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.LockedUsageReader;
import dev.tailback.salesforce.usage.UsageReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;

/** One session for all that this process reads from Salesforce; building it does not call Salesforce. */
@Factory
final class SalesforceFactory {

    @Singleton
    SalesforceSession session(SalesforceSettings settings, Clock clock) {
        return new SalesforceSession(settings.configuration(), clock);
    }

    @Singleton
    ContractReader contracts(SalesforceSession session, Supplier<Mapping> mapping) {
        return new ContractReader(session, mapping);
    }

    @Singleton
    SingleFlight<String, Reading<Contract>> contractsAskedFor() {
        return new SingleFlight<>();
    }

    @Singleton
    ContractStandings standings(SalesforceSession session, Supplier<Mapping> mapping) {
        return new ContractStandings(session, mapping);
    }

    @Singleton
    LockedUsageReader lockedUsage(SalesforceSession session, Supplier<Mapping> mapping) {
        return new LockedUsageReader(session, mapping);
    }

    @Singleton
    OrgCurrencyReader currency(SalesforceSession session) {
        return new OrgCurrencyReader(session);
    }

    @Singleton
    UsageReader usage(SalesforceSession session, Supplier<Mapping> mapping) {
        return new UsageReader(session, mapping);
    }
}
