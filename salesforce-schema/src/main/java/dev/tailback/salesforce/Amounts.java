package dev.tailback.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Numbers as Salesforce sends them ({@code 10.0}, {@code 1.0E7}), exact and without the decimals that say nothing. */
final class Amounts {

    private Amounts() {}

    /** Zero for null: a roll-up over nothing, or a blank that formulas treat as zero too. */
    static BigDecimal read(JsonNode number) {
        BigDecimal plain = number.decimalValue().stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
