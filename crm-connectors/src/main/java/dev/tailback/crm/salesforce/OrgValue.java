package dev.tailback.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.call.CutAnswer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as Salesforce writes them, and as the contract does. */
final class OrgValue {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

    private OrgValue() {}

    /** Salesforce answers with its own spelling of a name; a field that was asked for is always there. */
    static JsonNode member(JsonNode row, String name) {
        return row.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new CutAnswer("A row of Salesforce's answer lacks the field " + name
                        + ", which was asked for: see who answers in its place."));
    }

    static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isNumber()) {
            return plain(value.decimalValue());
        }
        if (value.isTextual()) {
            String text = value.textValue();
            return TIME.matcher(text).matches() ? time(value).toString() : text;
        }
        if (value.isBoolean()) {
            return value.asText();
        }
        throw new CutAnswer(
                "A row of Salesforce's answer holds something that is no value: see who answers in its " + "place.");
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static Instant time(JsonNode value) {
        try {
            return OffsetDateTime.parse(value.asText(""), FORM).toInstant();
        } catch (DateTimeException noTime) {
            throw new CutAnswer(
                    "A row of Salesforce's answer has no time where one must be: see who answers in its " + "place.");
        }
    }
}
