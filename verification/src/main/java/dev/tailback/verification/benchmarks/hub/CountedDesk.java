package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.hubstory.CrmDesk;
import dev.tailback.verification.hubstory.HeldRecord;
import dev.tailback.verification.hubstory.Part;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A desk that counts what people and the measurement do there, so that the rest is the synchroniser's. */
final class CountedDesk implements CrmDesk {
    private final CrmDesk desk;
    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong edits = new AtomicLong();

    CountedDesk(CrmDesk desk) {
        this.desk = desk;
    }

    @Override
    public CustomerCrm crm() {
        return desk.crm();
    }

    @Override
    public List<HeldRecord> all(Part part) {
        looks.incrementAndGet();
        return desk.all(part);
    }

    @Override
    public void edit(Part part, String id, String attribute, String value) {
        edits.incrementAndGet();
        desk.edit(part, id, attribute, value);
    }

    @Override
    public void delete(Part part, String id) {
        desk.delete(part, id);
    }

    long looks() {
        return looks.get();
    }

    long edits() {
        return edits.get();
    }
}
