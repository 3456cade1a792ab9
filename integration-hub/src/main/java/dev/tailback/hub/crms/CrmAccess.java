package dev.tailback.hub.crms;

import dev.tailback.crm.Connector;
import java.time.Clock;
import java.util.List;

/** How one kind of CRM is reached. Shows no secret in any text. */
public interface CrmAccess {

    /** {@code salesforce}, {@code hubspot} and so on. */
    String kind();

    /** @param objects the names of those that are read and written */
    Connector connector(List<String> objects, Clock clock);
}
