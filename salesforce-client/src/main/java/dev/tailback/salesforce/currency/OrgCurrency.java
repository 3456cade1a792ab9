package dev.tailback.salesforce.currency;

import java.util.function.Function;

/** The currency of an org's prices: one for all records, or one on each record. */
public sealed interface OrgCurrency {

    /** The field that each record has where an org keeps many currencies, and no record has otherwise. */
    String FIELD = "CurrencyIsoCode";

    /** One answer for each alternative. */
    <R> R fold(Function<One, R> one, Function<Many, R> many);

    /** @param code ISO 4217 */
    record One(String code) implements OrgCurrency {

        @Override
        public <R> R fold(Function<One, R> one, Function<Many, R> many) {
            return one.apply(this);
        }
    }

    /** Each record names its own. */
    record Many() implements OrgCurrency {

        @Override
        public <R> R fold(Function<One, R> one, Function<Many, R> many) {
            return many.apply(this);
        }
    }
}
