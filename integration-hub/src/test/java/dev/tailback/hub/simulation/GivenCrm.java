package dev.tailback.hub.simulation;

import dev.tailback.crm.Connector;
import dev.tailback.hub.crms.CrmAccess;
import java.time.Clock;
import java.util.List;

/** A CRM of the file whose connector a test has made. */
public record GivenCrm(Connector crm) implements CrmAccess {

    @Override
    public String kind() {
        return "simulated";
    }

    @Override
    public List<String> usualObjects() {
        return List.of();
    }

    @Override
    public boolean tellsRights() {
        return true;
    }

    @Override
    public Connector connector(List<String> objects, Clock clock) {
        return crm;
    }
}
