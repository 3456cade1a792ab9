package dev.tailback.app.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * What a look at everything found.
 *
 * @param sound whether nothing is broken, and everything could be looked at
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DoctorView(Instant at, boolean sound, List<Line> lines) {

    static DoctorView of(Instant at, List<Line> lines) {
        return new DoctorView(at, lines.stream().allMatch(Line::isSound), List.copyOf(lines));
    }
}
