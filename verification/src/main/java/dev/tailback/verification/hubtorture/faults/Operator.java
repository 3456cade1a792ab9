package dev.tailback.verification.hubtorture.faults;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.hubstory.HubDesk;
import dev.tailback.verification.story.StoryFailed;
import java.net.URI;
import java.util.List;

/** Whoever runs the hubs, and does by the API what a hub cannot know by itself. */
public final class Operator {

    private final List<HubDesk> desks;

    /** @param hubs any of which may be away */
    public Operator(List<URI> hubs) {
        this.desks = hubs.stream().map(hub -> new HubDesk(hub, "operator")).toList();
    }

    /** A field that is back is found at once, by any hub that answers; without one, in minutes. */
    public void hasSchemaLookedAt(CustomerCrm crm) {
        for (HubDesk desk : desks) {
            if (takes(desk, "/api/hub/crms/" + crm.word() + "/drift/look")) {
                return;
            }
        }
    }

    private static boolean takes(HubDesk desk, String act) {
        try {
            desk.act("POST", act, Http.JSON.createObjectNode().put("note", "It is mended there."));
            return true;
        } catch (StoryFailed notNow) {
            return false;
        }
    }
}
