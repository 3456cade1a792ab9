package dev.tailback.app.proof;

import dev.tailback.salesforce.contract.ContractProduct;
import java.math.BigDecimal;

/** What a contract product shows of its units. */
record Figures(BigDecimal consumed, BigDecimal available) {

    static Figures of(ContractProduct line) {
        return new Figures(line.consumed(), line.available());
    }

    /** What it must show after so many units more. */
    Figures after(long units) {
        return new Figures(consumed.add(BigDecimal.valueOf(units)), available.subtract(BigDecimal.valueOf(units)));
    }

    boolean same(Figures other) {
        return consumed.compareTo(other.consumed) == 0 && available.compareTo(other.available) == 0;
    }

    String words() {
        return "consumed " + consumed.toPlainString() + ", available " + available.toPlainString();
    }
}
