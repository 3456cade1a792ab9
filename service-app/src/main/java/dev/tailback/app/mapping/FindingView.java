package dev.tailback.app.mapping;

import dev.tailback.mapping.check.Finding;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/**
 * One thing about a mapping and the connected org.
 *
 * @param severity {@code broken}: Tailback's work would be refused or wrong; {@code loss}: it works without, at a cost
 *     that is said; {@code hint}: it works, and a person may want to look
 * @param about the path of an idea, such as {@code usage.units}, or an object
 * @param sentence what is so
 * @param mend what to do about it
 */
@Serdeable
public record FindingView(String severity, String about, String sentence, String mend) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.about(),
                finding.sentence(),
                finding.mend());
    }
}
