package dev.tailback.hub.erasure;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.stewards.Said;
import jakarta.inject.Singleton;

/**
 * Lets a record of an erased person be kept again, since a person says so: the person is a customer again. It is read
 * anew and met like a stranger; what was erased stays erased.
 */
@Singleton
public class ReadmitRecord {

    private final Transactions transactions;
    private final ErasureRows rows;
    private final Records records;
    private final Audit audit;

    ReadmitRecord(Transactions transactions, ErasureRows rows, Records records, Audit audit) {
        this.transactions = transactions;
        this.rows = rows;
        this.records = records;
        this.audit = audit;
    }

    /** @return whether there is such a record, and it was erased */
    public boolean readmit(String crm, String object, String recordId, Said said) {
        return transactions.write(() -> records.findExactly(crm, object, recordId)
                .filter(record -> rows.readmit(record.id()) == 1)
                .map(record -> kept(record, said))
                .orElse(false));
    }

    private boolean kept(KnownRecord record, Said said) {
        records.standsForNothing(record);
        record.golden()
                .ifPresent(golden -> audit.keep(Act.aboutGolden(Deed.READMITTED, golden, said.who(), said.note())));
        return true;
    }
}
