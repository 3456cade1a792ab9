package dev.tailback.hub.golden;

import dev.tailback.hub.database.TextList;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * After rules or a mapping were switched, every golden record that they may touch becomes due: in steps, each a
 * transaction of its own. Where it stopped is in PostgreSQL, so that a hub that dies is followed by another one.
 */
@Singleton
public class SwitchReach {

    private static final int STEP = 500;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Transactions transactions;
    private final ReachRows rows;

    SwitchReach(Transactions transactions, ReachRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** In the transaction of the switch. */
    public void ofEntities(long switchId, List<String> entities) {
        rows.begin(switchId, TextList.json(entities), "", TextList.json(List.of()));
    }

    /** Those of these entities, and those that have a record in these objects. In the transaction of the switch. */
    public void of(long switchId, List<String> entities, String crm, List<String> objects) {
        rows.begin(switchId, TextList.json(entities), crm, TextList.json(objects));
    }

    /** @return whether there was a step to do */
    public boolean next() {
        return transactions.write(() -> {
            Optional<ReachRow> open = rows.lockOpen();
            open.ifPresent(this::step);
            return open.isPresent();
        });
    }

    private void step(ReachRow reach) {
        UUID after = Optional.ofNullable(reach.afterId()).orElse(BEGINNING);
        List<UUID> ids = rows.next(after, reach.ofEntities(), reach.crm(), reach.inObjects(), STEP);
        if (ids.isEmpty()) {
            rows.done(reach.switchId());
        } else {
            String[] reached = ids.stream().map(UUID::toString).toArray(String[]::new);
            rows.lock(reached);
            rows.due(reached);
            rows.moved(reach.switchId(), ids.get(ids.size() - 1), ids.size());
        }
    }
}
