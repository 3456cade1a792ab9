package dev.tailback.salesforce.org;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The versions of the API that the org lists.
 *
 * @param offered such as {@code v62.0}, as the org lists them
 * @param clockAhead how far this machine's clock is ahead of the org's; negative when it is behind, empty when the org
 *     does not tell its time
 */
public record OrgVersions(List<String> offered, Optional<Duration> clockAhead) {

    public OrgVersions {
        offered = List.copyOf(offered);
    }
}
