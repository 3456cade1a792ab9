package dev.tailback.verification.torture.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.fleet.Program;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The switchboard of the local org: which faults are in force, and whether it stands still and hears no orders. */
final class OrgControl {
    private final Http http = new Http();
    private final URI org;
    private final Set<ObjectNode> inForce = new LinkedHashSet<>();
    private boolean still;

    OrgControl(URI org) {
        this.org = org;
    }

    synchronized void begin(ObjectNode fault) {
        inForce.add(fault);
        order();
    }

    synchronized void end(ObjectNode fault) {
        inForce.remove(fault);
        order();
    }

    synchronized void freeze(Program localOrg) {
        localOrg.freeze();
        still = true;
    }

    /** What was ordered meanwhile comes into force now. */
    synchronized void thaw(Program localOrg) {
        localOrg.thaw();
        still = false;
        order();
    }

    /** What is in force now, instead of all that was before. An org that is dead forgets them anyway. */
    private void order() {
        if (still) {
            return;
        }
        ArrayNode faults = Http.JSON.createArrayNode();
        inForce.forEach(faults::add);
        http.send("PUT", org.resolve("/local-org/faults"), Map.of(), faults)
                .filter(answer -> answer.status() != 200)
                .ifPresent(answer -> {
                    throw new IllegalStateException("The local org took no fault: " + answer);
                });
    }
}
