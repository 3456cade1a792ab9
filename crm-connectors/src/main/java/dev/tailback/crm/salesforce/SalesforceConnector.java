package dev.tailback.crm.salesforce;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.salesforce.session.SalesforceSession;
import java.util.List;
import java.util.OptionalLong;

/** Speaks to one Salesforce org. */
public final class SalesforceConnector implements Connector {

    private final OrgCalls calls;
    private final OrgObjects objects;
    private final ReadChangesOfOrg changes;
    private final ReadRows rows;
    private final WriteRecords writes;

    public SalesforceConnector(SalesforceSession session, SalesforceObjects settings) {
        this(session, settings, JobClock.real());
    }

    /** @param clock by which jobs are waited for */
    SalesforceConnector(SalesforceSession session, SalesforceObjects settings, JobClock clock) {
        this.calls = new OrgCalls(session);
        this.objects = new OrgObjects(session, calls, settings.objects());
        this.rows = new ReadRows(calls);
        this.changes = new ReadChangesOfOrg(rows, new ReadDeletions(calls, rows), settings.overlap());
        this.writes = new WriteRecords(calls, objects, rows, clock);
    }

    @Override
    public Answer<Identity> authenticate() {
        return objects.identity();
    }

    @Override
    public Answer<Described> schema() {
        return objects.described();
    }

    @Override
    public Answer<ChangePage> changes(ChangesAsked asked) {
        return changes.page(asked);
    }

    @Override
    public Answer<List<SourceRecord>> read(RecordsAsked asked) {
        return rows.byId(asked.object(), asked.ids(), asked.fields());
    }

    @Override
    public Answer<List<Written>> write(String object, List<Write> all) {
        int most = all.stream().allMatch(SalesforceConnector::isUpsert) ? mostUpserts() : mostWrites();
        if (all.size() > most) {
            throw new IllegalArgumentException(all.size() + " writes in one call: send " + most + " at most");
        }
        return writes.write(object, all);
    }

    private static boolean isUpsert(Write write) {
        return write.fold(create -> false, update -> false, upsert -> true);
    }

    @Override
    public int mostWrites() {
        return Collections.MOST;
    }

    @Override
    public int mostUpserts() {
        return WriteUpserts.MOST;
    }

    @Override
    public Allowance allowance() {
        return calls.allowance();
    }

    @Override
    public OptionalLong sent() {
        return OptionalLong.of(calls.count());
    }

    @Override
    public void close() {
        // The session belongs to the program, which may share it with the write-back.
    }
}
