package dev.tailback.app.finance.statements;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tailback.app.finance.lines.FinanceScope;
import dev.tailback.app.finance.lines.LineKind;
import dev.tailback.app.finance.lines.Money;
import dev.tailback.app.finance.statements.ComposeLines.Composed;
import io.micronaut.core.annotation.Nullable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a statement says of itself.
 *
 * @param readAt when Salesforce was read
 * @param previousSha256 of the statement before it, so that none can be taken out of the row
 */
record StatementHead(
        long number,
        FinanceScope scope,
        Instant readAt,
        Instant closedAt,
        String closedBy,
        Composed composed,
        List<StatementSum> sums,
        List<Unresolved> unresolved,
        Optional<String> reason,
        Optional<String> previousSha256,
        String csvSha256) {

    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("number", number);
        json.writeStringField("contractId", scope.contractId().orElse(null));
        json.writeStringField("from", day(scope.from()));
        json.writeStringField("to", day(scope.to()));
        json.writeStringField("zone", scope.zone().getId());
        json.writeStringField("readAt", readAt.toString());
        json.writeStringField("closedAt", closedAt.toString());
        json.writeStringField("closedBy", closedBy);
        json.writeNumberField("lines", composed.lines().size());
        for (LineKind kind : LineKind.values()) {
            json.writeNumberField(kind.word() + "Lines", composed.count(kind));
        }
        json.writeNumberField("unchangedSinceEarlierStatements", composed.unchanged());
        writeSums(json);
        json.writeStringField("rounding", Money.ROUNDING);
        writeUnresolved(json);
        json.writeStringField("reason", reason.orElse(null));
        json.writeStringField("previousSha256", previousSha256.orElse(null));
        json.writeStringField("csvSha256", csvSha256);
    }

    private static @Nullable String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    private void writeSums(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("sums");
        for (StatementSum sum : sums) {
            json.writeStartObject();
            json.writeStringField("currency", sum.currency());
            json.writeNumberField("lines", sum.lines());
            json.writeNumberField("units", sum.units());
            json.writeNumberField("amount", sum.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeUnresolved(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("unresolved");
        for (Unresolved one : unresolved) {
            json.writeStartObject();
            json.writeStringField("kind", one.kind());
            json.writeStringField("what", one.what());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
