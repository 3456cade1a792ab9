package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.users.User;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Saves records of one object together, in Salesforce's order: read, find, access, locks, system checks, rules, write,
 * masters. Records that fail are set aside and the others tried again from the beginning, until those that are left
 * all pass. Nothing is visible before the caller commits the transaction. Apex guide, pages on the order of execution
 * and on bulk DML exceptions.
 */
public final class SaveRecords {

    private final ReadRecords read;
    private final FindExisting find = new FindExisting();
    private final WriteAccess access;
    private final LockRows locks;
    private final SaveRow saveRow;
    private final RollUps rollUps;
    private final Clock clock;

    public SaveRecords(Schema schema, Formulas formulas, Circumstances circumstances) {
        RuleChecks rules = new RuleChecks(formulas, circumstances.switches());
        this.read = new ReadRecords(schema);
        this.access = new WriteAccess(schema);
        this.locks = new LockRows(schema, circumstances);
        this.saveRow = new SaveRow(formulas, rules);
        this.rollUps = new RollUps(schema, formulas, rules, circumstances.switches());
        this.clock = circumstances.clock();
    }

    /**
     * Results in the order of the records.
     *
     * @throws RequestRefused when no record can be looked at
     */
    public List<SaveResult> save(Transaction transaction, User user, SaveRequest request) {
        Moment moment = new Moment(transaction, user, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        List<Item> items = read.read(request, transaction);
        find.decide(request, items, transaction);
        passing(items).forEach(item -> access.check(user, item));
        locks.lock(transaction, passing(items));
        passing(items).forEach(item -> identify(item, transaction));
        saveThosePassing(request, items, moment);
        return items.stream().map(Item::result).toList();
    }

    private static List<Item> passing(Collection<Item> items) {
        return items.stream().filter(item -> !item.failed()).toList();
    }

    private static void identify(Item item, Transaction transaction) {
        if (item.isCreated()) {
            item.isFor(transaction.nextId(item.type()));
        }
    }

    private void saveThosePassing(SaveRequest request, List<Item> items, Moment moment) {
        Map<String, Row> mark = moment.transaction().mark();
        List<Item> left = passing(items);
        while (!left.isEmpty()) {
            left.forEach(item -> saveRow.save(item, moment));
            List<Item> written = passing(left);
            rollUps.follow(request.type(), changes(written), moment);
            left = passing(written);
            if (left.size() == written.size()) {
                return;
            }
            moment.transaction().backTo(mark);
        }
    }

    private static List<RollUps.Caused> changes(List<Item> items) {
        return items.stream()
                .flatMap(item -> item.change().stream().map(change -> new RollUps.Caused(change, List.of(item))))
                .toList();
    }
}
