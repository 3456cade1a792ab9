package dev.tailback.crm.hubspot;

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
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/** Speaks to one account of HubSpot. */
public final class HubSpotConnector implements Connector {

    private final HubSpotCalls calls;
    private final HubSpotObjects objects;
    private final ReadHubSpotRecords records;
    private final ReadHubSpotChanges changes;
    private final WriteHubSpotRecords writes;

    public HubSpotConnector(HubSpotSettings settings, HubSpotAccess access, Clock clock) {
        this.calls = new HubSpotCalls(settings, access, clock);
        this.objects = new HubSpotObjects(calls, settings.objects());
        this.records = new ReadHubSpotRecords(calls);
        this.changes = new ReadHubSpotChanges(new ListHubSpotIds(calls), records, settings.overlap(), clock);
        this.writes = new WriteHubSpotRecords(calls, records);
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
        return records.byId(asked.object(), asked.ids(), asked.fields()).map(ReadHubSpotRecords.Found::records);
    }

    @Override
    public Answer<List<Written>> write(String object, List<Write> all) {
        if (all.size() > mostWrites()) {
            throw new IllegalArgumentException(all.size() + " writes in one call: send " + mostWrites() + " at most");
        }
        return writes.write(object, all);
    }

    @Override
    public int mostWrites() {
        return WriteHubSpotRecords.MOST;
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
        // Nothing is held open.
    }
}
