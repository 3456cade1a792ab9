package dev.tailback.app.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** One page of requests, newest first; {@code more} tells whether another page follows. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RequestPage(List<RequestView> requests, int page, boolean more) {}
