package dev.tailback.app.currency;

import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.currency.OrgCurrency;
import dev.tailback.salesforce.currency.OrgCurrencyReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the org keeps currencies. Finance asks each time; pages of staff ask once an hour, because that is a setting of
 * the org and no figure of a contract.
 */
@Singleton
public class PriceCurrency {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final OrgCurrencyReader org;
    private final CurrencySettings settings;
    private final Clock clock;
    private Optional<OrgCurrency> lately = Optional.empty();
    private Instant due = Instant.MIN;

    PriceCurrency(OrgCurrencyReader org, CurrencySettings settings, Clock clock) {
        this.org = org;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the org says; the setting stands in where the org says nothing or refuses to. */
    public Reading<OrgCurrency> ask() {
        Reading<OrgCurrency> told = org.read();
        return told.fold(found -> found, () -> orOwn(told), refused -> orOwn(told), unavailable -> told);
    }

    /** As it was told last; empty when it was never told. Asks nobody. */
    public synchronized Optional<OrgCurrency> lately() {
        return lately;
    }

    /** Asks, unless that was done within the hour; then, and where nothing is told, it is what it was. */
    public Optional<OrgCurrency> current() {
        if (takesTurn()) {
            Optional<OrgCurrency> told = ask().fold(
                            found -> Optional.of(found.value()),
                            Optional::empty,
                            refused -> Optional.empty(),
                            unavailable -> Optional.empty());
            told.ifPresent(this::remember);
        }
        return lately();
    }

    /** One of several who come at the same time asks; a failure is tried again soon. */
    private synchronized boolean takesTurn() {
        Instant now = clock.instant();
        boolean mine = !now.isBefore(due);
        due = mine ? now.plus(AGAIN) : due;
        return mine;
    }

    private synchronized void remember(OrgCurrency told) {
        lately = Optional.of(told);
        due = clock.instant().plus(EVERY);
    }

    private Reading<OrgCurrency> orOwn(Reading<OrgCurrency> told) {
        return settings.own()
                .<Reading<OrgCurrency>>map(code -> new Reading.Found<>(new OrgCurrency.One(code), clock.instant()))
                .orElse(told);
    }
}
