package dev.tailback.hub.pages;

import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.audit.KeptAct;
import java.util.List;
import java.util.Optional;

/** What people did. @param who as typed @param what as chosen */
public record AuditScreen(String who, String what, List<KeptAct> acts) {

    public List<Deed> deeds() {
        return List.of(Deed.values());
    }

    /** From here the next page goes on; not there on the last one. */
    public Optional<Long> last() {
        return acts.size() < Audit.MOST
                ? Optional.empty()
                : Optional.of(acts.get(acts.size() - 1).id());
    }
}
