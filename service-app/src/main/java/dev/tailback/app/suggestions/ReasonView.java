package dev.tailback.app.suggestions;

import dev.tailback.mapping.suggestion.Reason;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Why something is suggested.
 *
 * @param code for programs and translations
 * @param detail what the org says
 * @param sentence both, in English
 */
@Serdeable
public record ReasonView(String code, String detail, String sentence) {

    static List<ReasonView> all(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new ReasonView(reason.why().key(), reason.detail(), reason.sentence()))
                .toList();
    }
}
