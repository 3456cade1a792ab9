package dev.tailback.crm.kit;

import dev.tailback.crm.Allowance;
import dev.tailback.crm.Answer;
import dev.tailback.crm.Change;
import dev.tailback.crm.ChangePage;
import dev.tailback.crm.ChangesAsked;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Cursor;
import dev.tailback.crm.Described;
import dev.tailback.crm.Identity;
import dev.tailback.crm.RecordsAsked;
import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import dev.tailback.mapping.schema.OrgField;
import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.mapping.schema.OrgSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the contract, as far as a CRM in memory can break it, and each flaw breaks it in one place. */
final class MemoryConnector implements Connector {

    /** One way to be wrong. */
    enum Flaw {
        NONE,
        DROPS_A_CHANGE,
        REPEATS_A_PAGE,
        WRITES_BLINDLY,
        FORGETS_DELETIONS,
        TAKES_MERGES_FOR_DELETIONS,
        MAKES_A_RECORD_FOR_EACH_UPSERT,
        STARTS_ANEW_WITHOUT_A_WORD,
        KEEPS_ITS_STAMP,
        ANSWERS_IN_ANOTHER_ORDER,
        REFUSES_WITHOUT_A_FIELD,
        CREATES_WHAT_IS_GONE,
        TELLS_OTHER_VALUES_THAN_IT_STORED,
        CUTS_VERY_MANY,
        THROWS
    }

    private static final int LONGEST = 40;

    private final MemoryCrm crm;
    private final Flaw flaw;

    MemoryConnector(MemoryCrm crm, Flaw flaw) {
        this.crm = crm;
        this.flaw = flaw;
    }

    @Override
    public Answer<Identity> authenticate() {
        return new Answer.Given<>(new Identity("memory", "kit", List.of()));
    }

    @Override
    public Answer<Described> schema() {
        List<OrgField> fields =
                Stream.of("name", "text", "key").map(MemoryConnector::field).toList();
        return new Answer.Given<>(new Described(
                new OrgSchema(List.of(new OrgObject(MemoryCrm.OBJECT, "Things", true, true, true, fields, List.of()))),
                flaw == Flaw.KEEPS_ITS_STAMP ? "same" : "stamp " + crm.schema()));
    }

    private static OrgField field(String name) {
        boolean isKey = name.equals("key");
        return new OrgField(
                name,
                name,
                "string",
                LONGEST,
                0,
                0,
                true,
                false,
                true,
                true,
                true,
                isKey,
                isKey,
                false,
                false,
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Override
    public Answer<ChangePage> changes(ChangesAsked asked) {
        boolean isOurs = asked.since()
                .filter(cursor -> !cursor.text().matches("m\\d{1,9}"))
                .isEmpty();
        int place = asked.since()
                .filter(cursor -> isOurs)
                .map(MemoryConnector::place)
                .orElse(0);
        List<Map.Entry<Integer, Change>> all = crm.after(place);
        List<Map.Entry<Integer, Change>> page = all.subList(0, Math.min(all.size(), asked.most()));
        boolean isLast = page.size() == all.size();
        boolean stays = flaw == Flaw.REPEATS_A_PAGE && !isLast;
        int next = page.isEmpty() || stays ? place : page.get(page.size() - 1).getKey();
        List<Change> told =
                page.stream().flatMap(one -> told(one.getKey(), one.getValue())).toList();
        Optional<String> anew = isOurs || flaw == Flaw.STARTS_ANEW_WITHOUT_A_WORD
                ? Optional.empty()
                : Optional.of("The cursor is not ours.");
        return new Answer.Given<>(new ChangePage(told, new Cursor("m" + next), isLast, anew));
    }

    private static int place(Cursor cursor) {
        return Integer.parseInt(cursor.text().substring(1));
    }

    private Stream<Change> told(int place, Change change) {
        if (flaw == Flaw.DROPS_A_CHANGE && place % 5 == 0) {
            return Stream.empty();
        }
        return change.fold(
                Stream::of,
                deleted -> flaw == Flaw.FORGETS_DELETIONS ? Stream.empty() : Stream.of(deleted),
                merged -> flaw == Flaw.TAKES_MERGES_FOR_DELETIONS
                        ? Stream.of(new Change.Deleted(merged.id(), merged.at()))
                        : Stream.of(merged));
    }

    @Override
    public Answer<List<SourceRecord>> read(RecordsAsked asked) {
        return new Answer.Given<>(
                asked.ids().stream().flatMap(id -> crm.held(id).stream()).toList());
    }

    @Override
    public Answer<List<Written>> write(String object, List<Write> writes) {
        if (flaw == Flaw.THROWS) {
            throw new IllegalStateException("no such thing");
        }
        int most = flaw == Flaw.CUTS_VERY_MANY ? mostWrites() : mostUpserts();
        List<Written> answers = writes.stream()
                .limit(most)
                .map(write -> write.fold(this::created, this::updated, this::upserted))
                .toList();
        return new Answer.Given<>(
                flaw == Flaw.ANSWERS_IN_ANOTHER_ORDER
                        ? answers.stream()
                                .sorted((one, other) -> Integer.compare(other.hashCode(), one.hashCode()))
                                .toList()
                        : answers);
    }

    private Written created(Write.Create create) {
        return refused(create.values())
                .orElseGet(() -> new Written.Accepted(crm.creates(create.values()), true, stored(create.values())));
    }

    private Map<String, String> stored(Map<String, String> values) {
        return flaw == Flaw.TELLS_OTHER_VALUES_THAN_IT_STORED ? Map.of("text", "something else") : values;
    }

    private Optional<Written> refused(Map<String, String> values) {
        boolean isTooLong = values.getOrDefault("text", "").length() > LONGEST;
        Optional<String> field = flaw == Flaw.REFUSES_WITHOUT_A_FIELD ? Optional.empty() : Optional.of("text");
        return isTooLong
                ? Optional.of(new Written.Refused("TOO_LONG", "The text is too long.", field, false))
                : Optional.empty();
    }

    private Written updated(Write.Update update) {
        Optional<SourceRecord> held = crm.held(update.id());
        if (held.isEmpty()) {
            return flaw == Flaw.CREATES_WHAT_IS_GONE
                    ? new Written.Accepted(crm.creates(update.values()), false, Map.of())
                    : new Written.Gone();
        }
        boolean isBelieved =
                held.get().values().entrySet().containsAll(update.believed().entrySet());
        if (!isBelieved && flaw != Flaw.WRITES_BLINDLY) {
            return new Written.Conflict(held.get());
        }
        crm.edits(update.id(), update.values());
        return new Written.Accepted(update.id(), false, update.values());
    }

    private Written upserted(Write.Upsert upsert) {
        Optional<Written> refused = refused(upsert.values());
        if (refused.isPresent()) {
            return refused.get();
        }
        Optional<String> known =
                flaw == Flaw.MAKES_A_RECORD_FOR_EACH_UPSERT ? Optional.empty() : crm.byKey(upsert.key());
        if (known.isPresent()) {
            crm.edits(known.get(), upsert.values());
            return new Written.Accepted(known.get(), false, Map.of());
        }
        Map<String, String> values = new HashMap<>(upsert.values());
        values.put(upsert.keyField(), upsert.key());
        return new Written.Accepted(crm.creates(values), true, Map.of());
    }

    @Override
    public int mostWrites() {
        return 100;
    }

    @Override
    public int mostUpserts() {
        return 300;
    }

    @Override
    public Allowance allowance() {
        return Allowance.UNTOLD;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
