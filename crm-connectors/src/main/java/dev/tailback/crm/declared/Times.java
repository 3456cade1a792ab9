package dev.tailback.crm.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.crm.call.CutAnswer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** How an API writes moments. */
enum Times {
    ISO {
        @Override
        Instant read(String text) {
            return OffsetDateTime.parse(text).toInstant();
        }

        @Override
        String write(Instant moment) {
            return moment.toString();
        }
    },
    SECONDS {
        @Override
        Instant read(String text) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }

        @Override
        String write(Instant moment) {
            return Long.toString(moment.getEpochSecond());
        }
    },
    MILLISECONDS {
        @Override
        Instant read(String text) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }

        @Override
        String write(Instant moment) {
            return Long.toString(moment.toEpochMilli());
        }
    };

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    abstract Instant read(String text);

    abstract String write(Instant moment);

    Instant at(JsonNode value) {
        try {
            Instant moment = read(value.asText(""));
            if (!moment.isBefore(Instant.EPOCH) && !moment.isAfter(LAST)) {
                return moment;
            }
        } catch (DateTimeException | NumberFormatException noTime) {
            // Told below, as a moment outside the years is.
        }
        throw new CutAnswer(
                "A record in the answer has no time where the file says that one stands: see 'changedAt' and 'times', "
                        + "and who answers in the CRM's place.");
    }
}
