package dev.tailback.verification.hubtorture.people;

import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Ended;
import dev.tailback.verification.fleet.OrgRefused;
import dev.tailback.verification.hubstory.CrmDesk;
import dev.tailback.verification.hubstory.HeldRecord;
import dev.tailback.verification.hubstory.Register;
import dev.tailback.verification.story.StoryFailed;
import dev.tailback.verification.torture.people.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The one person who types in one CRM, one edit after the other: so the order of the edits in a record is known. Looks at
 * a record and then types over one of its fields; what the hub or others do in between, a person does not see.
 */
final class Typist implements Runnable {
    private static final int LONGEST_PAUSE_MS = 1_000;

    private final CrmDesk desk;
    private final Register register;
    private final Choice choice;
    private final EditBook book;
    private final Tally tally;
    private final Random random;
    private int number;
    private volatile boolean home;

    Typist(CrmDesk desk, Register register, Choice choice, EditBook book, Tally tally) {
        this.desk = desk;
        this.register = register;
        this.choice = choice;
        this.book = book;
        this.tally = tally;
        this.random = choice.randomOf(desk.crm().ordinal());
    }

    @Override
    public void run() {
        try {
            while (!home) {
                type(choice.field(random));
                Await.millis(random.nextInt(LONGEST_PAUSE_MS));
            }
        } catch (Ended interrupted) {
            home = true;
        }
    }

    /** What was begun is completed. */
    void goHome() {
        home = true;
    }

    private void type(Field field) {
        String id = register.id(desk.crm(), field.part(), field.customer());
        Words.Word word = choice.word(field, random);
        looksAt(field, id).ifPresent(saw -> type(field, id, word, saw));
    }

    private Optional<String> looksAt(Field field, String id) {
        try {
            List<HeldRecord> all = desk.all(field.part());
            return all.stream()
                    .filter(record -> record.id().equals(id))
                    .findFirst()
                    .map(record -> record.value(field.attribute()));
        } catch (StoryFailed | OrgRefused notNow) {
            tally.count(desk.crm().word(), "left out, because the record could not be looked at");
            return Optional.empty();
        }
    }

    private void type(Field field, String id, Words.Word word, String saw) {
        Instant begun = Instant.now();
        boolean isKept = isKept(field, id, word);
        book.add(new Edit(
                ++number,
                field,
                desk.crm().word(),
                id,
                word.typed(),
                word.agreed(),
                saw,
                begun,
                Instant.now(),
                isKept));
        tally.count(desk.crm().word(), isKept ? "edits" : "edits that the CRM did not take");
    }

    private boolean isKept(Field field, String id, Words.Word word) {
        try {
            desk.edit(field.part(), id, field.attribute(), word.typed());
            return true;
        } catch (StoryFailed | OrgRefused notTaken) {
            return false;
        }
    }
}
