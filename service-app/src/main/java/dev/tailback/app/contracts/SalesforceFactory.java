package dev.tailback.app.contracts;

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

/** One session for all that this process reads from Salesforce; building it does not call Salesforce. */
@Factory
final class SalesforceFactory {

    @Singleton
    SalesforceSession session(SalesforceSettings settings, Clock clock) {
        return new SalesforceSession(settings.configuration(), clock);
    }

    @Singleton
    ContractReader contracts(SalesforceSession session) {
        return new ContractReader(session);
    }

    @Singleton
    SingleFlight<String, Reading<Contract>> contractsAskedFor() {
        return new SingleFlight<>();
    }

    @Singleton
    ContractStandings standings(SalesforceSession session) {
        return new ContractStandings(session);
    }

    @Singleton
    LockedUsageReader lockedUsage(SalesforceSession session) {
        return new LockedUsageReader(session);
    }

    @Singleton
    OrgCurrencyReader currency(SalesforceSession session) {
        return new OrgCurrencyReader(session);
    }

    @Singleton
    UsageReader usage(SalesforceSession session) {
        return new UsageReader(session);
    }
}
