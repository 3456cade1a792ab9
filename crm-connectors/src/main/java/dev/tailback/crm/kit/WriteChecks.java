package dev.tailback.crm.kit;

import static dev.tailback.crm.kit.Play.accepted;
import static dev.tailback.crm.kit.Play.given;
import static dev.tailback.crm.kit.Play.require;

import dev.tailback.crm.SourceRecord;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What writing promises. */
final class WriteChecks {

    private static final int SOME = 6;

    private WriteChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("A new record is accepted, and can be read", WriteChecks::create),
                new Check("A value is changed and emptied, and other fields stay", WriteChecks::update),
                new Check("A value that a person changed is not written over", WriteChecks::conflict),
                new Check("A record that is gone is answered as gone", WriteChecks::gone),
                new Check("An upsert by key makes one record, however often it is sent", WriteChecks::upsert),
                new Check("What the CRM refuses has its code, its field and a sentence", WriteChecks::refused),
                new Check("One bad record does not keep the others from being written", WriteChecks::halved));
    }

    private static void create(Play play) {
        Map<String, String> values = play.values("created");
        Written written = play.write(new Write.Create(values));
        String id = accepted(written, "a new record");
        require(isNew(written), "A new record was not said to be new.");
        require(play.text(id).equals("created"), "A new record holds other values than it was given.");
        requireStored(play, written, id);
    }

    /** What an accepted write tells of a field is what can be read of it. */
    private static void requireStored(Play play, Written written, String id) {
        Map<String, String> stored = written.fold(
                Written.Accepted::stored,
                refused -> Map.of(),
                conflict -> Map.of(),
                gone -> Map.of(),
                lost -> Map.of());
        Map<String, String> held = play.held(id).map(SourceRecord::values).orElse(Map.of());
        for (String field : play.fields()) {
            require(
                    !stored.containsKey(field) || held.getOrDefault(field, "").equals(stored.get(field)),
                    "An accepted write tells another value of " + field + " than the record holds.");
        }
    }

    private static boolean isNew(Written written) {
        return written.fold(
                Written.Accepted::isNew, refused -> false, conflict -> false, gone -> false, unknown -> false);
    }

    private static void update(Play play) {
        String name = play.word();
        String id = play.person().creates(play.ground().values(name, "one"));
        Written written = play.write(play.update(id, "one", "two"));
        accepted(written, "an update");
        requireStored(play, written, id);
        require(play.text(id).equals("two"), "An accepted update did not change the value.");
        accepted(play.write(play.update(id, "two", "")), "an update that empties a field");
        require(play.text(id).isEmpty(), "An accepted update did not empty the field.");
        require(
                play.held(id)
                        .map(record ->
                                name.equals(record.values().get(play.ground().nameField())))
                        .orElse(false),
                "An update changed a field that it did not name.");
    }

    private static void conflict(Play play) {
        String id = play.person().creates(play.values("agreed"));
        Write.Update late = play.update(id, "agreed", "ours");
        play.person().edits(id, ChangeChecks.text(play, "a person's"));
        Optional<String> told = play.write(late)
                .fold(
                        accepted -> Optional.empty(),
                        refused -> Optional.empty(),
                        conflict -> Optional.of(conflict.holds()
                                .values()
                                .getOrDefault(play.ground().textField(), "")),
                        gone -> Optional.empty(),
                        unknown -> Optional.empty());
        require(play.text(id).equals("a person's"), "What a person typed was written over.");
        require(told.isPresent(), "A value other than the believed one was not answered as a conflict.");
        require(told.get().equals("a person's"), "The conflict does not tell what the record holds.");
    }

    private static void gone(Play play) {
        String id = play.person().creates(play.values("to go"));
        Write.Update late = play.update(id, "to go", "too late");
        if (!play.person().deletes(id)) {
            throw new NotTried("The kit has no hand that deletes a record in this CRM.");
        }
        boolean isGone = play.write(late)
                .fold(accepted -> false, refused -> false, conflict -> false, gone -> true, unknown -> false);
        require(isGone, "An update of a deleted record was not answered as gone.");
    }

    private static void upsert(Play play) {
        Write.Upsert upsert = upsert(play, "by key");
        Written first = play.write(upsert);
        Written again = play.write(upsert);
        String id = accepted(first, "an upsert");
        require(isNew(first), "The first upsert was not said to have made a record.");
        require(accepted(again, "a repeated upsert").equals(id), "A repeated upsert led to another record.");
        require(!isNew(again), "A repeated upsert was said to have made a record.");
        Map<String, String> other = new HashMap<>(upsert.values());
        other.put(play.ground().textField(), "by key again");
        Written changed = play.write(new Write.Upsert(upsert.keyField(), upsert.key(), other));
        require(accepted(changed, "an upsert with another value").equals(id), "An upsert led to another record.");
        require(play.text(id).equals("by key again"), "An upsert did not change the value.");
    }

    static Write.Upsert upsert(Play play, String text) {
        return new Write.Upsert(play.keyField(), play.key(), play.values(text));
    }

    private static void refused(Play play) {
        String field = bad(play).getKey();
        Written written = play.write(new Write.Create(badValues(play)));
        Optional<Written.Refused> refused = written.fold(
                accepted -> Optional.empty(),
                Optional::of,
                conflict -> Optional.empty(),
                gone -> Optional.empty(),
                unknown -> Optional.empty());
        require(refused.isPresent(), "A value that the CRM does not take was not answered as refused.");
        require(!refused.get().code().isBlank(), "The refusal has no code.");
        require(!refused.get().reason().isBlank(), "The refusal has no sentence.");
        require(!refused.get().isForNow(), "The refusal is said to pass by itself.");
        require(
                refused.get().field().filter(field::equalsIgnoreCase).isPresent(),
                "The refusal does not name the field " + field + ".");
    }

    private static Map.Entry<String, String> bad(Play play) {
        return play.ground().refused().orElseThrow(() -> new NotTried("The kit knows no value that this CRM refuses."));
    }

    private static Map<String, String> badValues(Play play) {
        Map<String, String> values = new HashMap<>(play.values("bad"));
        values.put(bad(play).getKey(), bad(play).getValue());
        return values;
    }

    private static void halved(Play play) {
        List<Write> writes = new ArrayList<>();
        for (int at = 0; at < SOME; at++) {
            writes.add(new Write.Create(play.values("good " + at)));
        }
        int worst = SOME / 2;
        writes.set(worst, new Write.Create(badValues(play)));
        List<Written> answers = given(play.connector().write(play.ground().object(), writes), "a batch");
        require(answers.size() == SOME, SOME + " records were written and " + answers.size() + " answers came.");
        for (int at = 0; at < SOME; at++) {
            if (at != worst) {
                String id = accepted(answers.get(at), "a good record beside a bad one");
                require(play.text(id).equals("good " + at), "The answers do not stand in the order of the writes.");
            }
        }
        require(!isAccepted(answers.get(worst)), "The bad record of a batch was accepted.");
    }

    private static boolean isAccepted(Written written) {
        return written.fold(accepted -> true, refused -> false, conflict -> false, gone -> false, unknown -> false);
    }
}
