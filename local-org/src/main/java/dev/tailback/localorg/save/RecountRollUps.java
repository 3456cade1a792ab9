package dev.tailback.localorg.save;

import dev.tailback.localorg.formula.Formulas;
import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.rows.Store;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.users.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Counts all roll-ups anew from the details, as an org does after a roll-up field was added or changed. No rule runs, and
 * rows keep their times.
 */
public final class RecountRollUps {
    private static final int TOGETHER = 200;

    private final Schema schema;
    private final Formulas formulas;

    public RecountRollUps(Schema schema, Formulas formulas) {
        this.schema = schema;
        this.formulas = formulas;
    }

    /** Details first, because a master may count what its details count. */
    public void recount(Store store, User user, Instant now) {
        Map<ObjectType, List<RollUpField>> fields = schema.objects().stream()
                .flatMap(detail -> schema.rollUpsOf(detail).stream())
                .collect(Collectors.groupingBy(
                        field -> schema.known(field.object()), Collectors.mapping(this::rollUp, Collectors.toList())));
        fields.keySet().stream()
                .sorted(Comparator.comparing(this::depth).reversed())
                .forEach(type -> recount(type, fields.getOrDefault(type, List.of()), store, user, now));
    }

    private RollUpField rollUp(Field field) {
        return new RollUpField(field, schema, formulas);
    }

    private int depth(ObjectType type) {
        return type.masters().stream()
                .flatMap(master -> master.reference().orElseThrow().targets().stream())
                .mapToInt(target -> target.equals(type.name()) ? 0 : 1 + depth(schema.known(target)))
                .max()
                .orElse(0);
    }

    private void recount(ObjectType type, List<RollUpField> fields, Store store, User user, Instant now) {
        List<Row> masters = new ArrayList<>();
        try (Snapshot snapshot = store.snapshot()) {
            snapshot.each(type, masters::add);
        }
        for (int from = 0; from < masters.size(); from += TOGETHER) {
            try (Transaction transaction = store.begin()) {
                Moment moment = new Moment(transaction, user, now);
                for (Row master : masters.subList(from, Math.min(masters.size(), from + TOGETHER))) {
                    recount(master, fields, moment);
                }
                transaction.commit();
            }
        }
    }

    private static void recount(Row master, List<RollUpField> fields, Moment moment) {
        MasterChange change = new MasterChange(master);
        for (RollUpField field : fields) {
            change.set(field, field.ofAll(moment.transaction().children(field.masterField(), master.id()), moment));
        }
        if (change.changesSomething()) {
            moment.transaction().write(change.recounted());
        }
    }
}
