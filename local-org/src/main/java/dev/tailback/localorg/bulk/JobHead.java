package dev.tailback.localorg.bulk;

import dev.tailback.localorg.users.User;
import java.time.Instant;

/**
 * What a job is from the beginning.
 *
 * @param id 18 characters, beginning with 750
 * @param object canonical name
 * @param operation as clients write it
 * @param version of the data API, such as 66.0
 */
public record JobHead(
        String id, String object, String operation, User creator, Instant created, CsvFormat format, double version) {}
