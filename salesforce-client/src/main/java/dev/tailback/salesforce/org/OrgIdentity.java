package dev.tailback.salesforce.org;

import java.util.Optional;

/**
 * Who we are to the org, and which one it is.
 *
 * @param username of our user; empty where it may not read itself
 * @param organization the org's name and kind; empty where our user may not read it
 */
public record OrgIdentity(
        String userId, String organizationId, Optional<String> username, Optional<Organization> organization) {

    /** @param instance where Salesforce runs it, such as {@code CS42} */
    public record Organization(String name, String type, String instance, boolean isSandbox) {}
}
