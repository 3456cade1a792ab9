package dev.tailback.crm.declared;

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
import java.util.Optional;
import java.util.function.Function;

/** Speaks to a CRM that a file describes. */
public final class DeclaredConnector implements Connector {

    private final DeclaredCrm crm;
    private final DeclaredCalls calls;
    private final Clock clock;

    public DeclaredConnector(DeclaredSettings settings, Clock clock) {
        this.crm = settings.crm();
        this.calls = new DeclaredCalls(settings, clock);
        this.clock = clock;
    }

    @Override
    public Answer<Identity> authenticate() {
        return new DescribeDeclared(crm, calls).identity();
    }

    @Override
    public Answer<Described> schema() {
        return new Answer.Given<>(new DescribeDeclared(crm, calls).described());
    }

    @Override
    public Answer<ChangePage> changes(ChangesAsked asked) {
        return on(asked.object(), asked.fields(), shape -> new ReadDeclaredChanges(calls, shape, clock).page(asked));
    }

    @Override
    public Answer<List<SourceRecord>> read(RecordsAsked asked) {
        return on(asked.object(), asked.fields(), shape -> records(shape).byId(asked.ids(), asked.fields()));
    }

    @Override
    public Answer<List<Written>> write(String object, List<Write> writes) {
        if (writes.size() > mostWrites()) {
            throw new IllegalArgumentException(
                    writes.size() + " writes in one call: send " + mostWrites() + " at most");
        }
        return on(
                object, List.of(), shape -> new WriteDeclaredRecords(calls, crm, shape, records(shape)).write(writes));
    }

    private ReadDeclaredRecords records(RecordShape shape) {
        return new ReadDeclaredRecords(calls, crm, shape);
    }

    private <T> Answer<T> on(String name, List<String> fields, Function<RecordShape, Answer<T>> work) {
        Optional<DeclaredObject> object = crm.object(name);
        if (object.isEmpty()) {
            return new Answer.Refused<>(
                    "INVALID_OBJECT", "The file of the CRM names no such object: check the mapping.");
        }
        boolean isKnown =
                fields.stream().allMatch(field -> object.get().field(field).isPresent());
        return isKnown
                ? work.apply(new RecordShape(object.get(), crm.times()))
                : new Answer.Refused<>(
                        "INVALID_FIELD", "The file of the CRM lacks a field of this question: check the mapping.");
    }

    @Override
    public int mostWrites() {
        return WriteDeclaredRecords.MOST;
    }

    @Override
    public Allowance allowance() {
        return calls.allowance();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
