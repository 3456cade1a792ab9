package dev.tailback.app.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param area what it belongs to, such as {@code PostgreSQL}
 * @param about the setting, object, field or idea
 * @param verdict {@code held}, {@code hint}, {@code loss}, {@code broken} or {@code unknown}
 * @param sentence what is so
 * @param mend what to do; empty where nothing needs to be done
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Line(String area, String about, String verdict, String sentence, Optional<String> mend) {

    static Line held(String area, String about, String sentence) {
        return new Line(area, about, Verdict.HELD.word(), sentence, Optional.empty());
    }

    static Line of(Verdict verdict, String area, String about, String sentence, String mend) {
        return new Line(area, about, verdict.word(), sentence, Optional.of(mend));
    }

    boolean isSound() {
        return Verdict.of(this).isSound();
    }
}
