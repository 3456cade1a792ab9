package dev.tailback.hub.crms;

import dev.tailback.crm.Connector;
import java.time.Clock;
import java.util.List;

/** How one kind of CRM is reached. Shows no secret in any text. */
public interface CrmAccess {

    /** {@code salesforce}, {@code hubspot} and so on. */
    String kind();

    /** What such a CRM calls the objects that hold customers; none where every company calls them otherwise. */
    List<String> usualObjects();

    /** Whether its schema says what our user may write; elsewhere a right that is missing shows when it is used. */
    boolean tellsRights();

    /** @param objects the names of those that are read and written */
    Connector connector(List<String> objects, Clock clock);
}
