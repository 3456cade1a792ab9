package dev.tailback.app.ads;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of ads, newest first; {@code more} tells whether another page follows. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AdPage(List<AdView> ads, int page, boolean more) {}
