package dev.tailback.hub.stewards;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Records that people deleted in one CRM. A deletion does not spread, and takes no value away: the other CRMs keep their
 * records and go on. A steward brings the record back in its CRM, or leaves it so.
 */
@Singleton
public class GoneRecords {

    private final Transactions transactions;
    private final GoneRows rows;
    private final Audit audit;

    GoneRecords(Transactions transactions, GoneRows rows, Audit audit) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
    }

    /** Those about which nobody has said anything yet, the longest gone first. */
    public List<GoneRecord> open(int limit) {
        return rows.open(limit);
    }

    /**
     * It is right that it is gone there, and nobody asks again, unless it comes back and goes another time.
     *
     * @param id of the record here
     * @return whether it was open
     */
    public boolean leave(long id, Said said) {
        return transactions.write(() -> {
            Optional<GoneRecord> gone = rows.lock(id);
            gone.ifPresent(record -> leave(record, said));
            return gone.isPresent();
        });
    }

    private void leave(GoneRecord gone, Said said) {
        rows.leave(gone.id());
        audit.keep(Act.aboutGolden(Deed.GONE_LEFT, gone.goldenId(), said.who(), said.note()));
    }
}
