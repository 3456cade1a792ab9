package dev.tailback.app.finance.lines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The values of a line by the names they have in files. */
public enum LineValue {
    ENTRY_ID(line -> line.entryId().toString()),
    ENTRY_VERSION(line -> String.valueOf(line.version())),
    REVERSES_ENTRY_ID(line -> line.kind() == LineKind.REVERSAL ? line.entryId().toString() : ""),
    ACCOUNT_ID(line -> Csv.text(line.customerId())),
    ACCOUNT_NAME(line -> Csv.text(line.customer())),
    CONTRACT_NUMBER(line -> Csv.text(line.contractNumber())),
    CONTRACT_LINE_ID(line -> Csv.text(line.contractProductId())),
    PRODUCT_CODE(line -> Csv.text(line.product())),
    PRODUCT_NAME(line -> Csv.text(line.product())),
    UNIT_OF_MEASURE(line -> "unit"),
    QUANTITY(line -> String.valueOf(line.units())),
    UNIT_PRICE(line -> line.unitPrice().toPlainString()),
    AMOUNT(line -> line.amount().toPlainString()),
    CURRENCY(line -> line.currency()),
    SERVICE_DATE(line -> line.serviceDate().toString()),
    PERIOD(line -> ""),
    LOCKED_AT(line -> line.lockedAt().map(Instant::toString).orElse("")),
    LOCK_REASON(line -> "contract_fulfilled"),
    SALESFORCE_USAGE_ID(line -> Csv.text(line.salesforceId())),
    CREATED_BY(line -> Csv.text(line.createdBy())),
    CREATED_AT(line -> line.createdAt().toString()),
    SOURCE_REFERENCE(line -> Csv.text(line.adReference())),
    NOTE(line -> line.kind() == LineKind.USAGE ? "" : line.kind().word()),
    /** Different for every line of every file, up to 100 characters. */
    LINE_ID(line -> line.entryId() + ":" + line.version() + ":" + line.kind().word());

    private final Function<UsageLine, String> text;

    LineValue(Function<UsageLine, String> text) {
        this.text = text;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LineValue> ofWord(String word) {
        for (LineValue value : values()) {
            if (value.word().equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** As it stands in a file, fit for a spreadsheet. @param period the month of the lock, or empty */
    public String of(UsageLine line, String period) {
        return this == PERIOD ? period : text.apply(line);
    }

    /** The moment, where the value is one. */
    public Optional<Instant> moment(UsageLine line) {
        if (this == LOCKED_AT) {
            return line.lockedAt();
        }
        return this == CREATED_AT ? Optional.of(line.createdAt()) : Optional.empty();
    }

    /** The day, where the value is one. */
    public Optional<LocalDate> day(UsageLine line) {
        return this == SERVICE_DATE ? Optional.of(line.serviceDate()) : Optional.empty();
    }

    /** The month of the lock, or empty. */
    public static String period(UsageLine line, ZoneId zone) {
        return line.lockedAt()
                .map(at -> YearMonth.from(at.atZone(zone)).toString())
                .orElse("");
    }
}
