package dev.tailback.hub.stewards;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.Golden;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.locks.LockKind;
import dev.tailback.hub.locks.Locks;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;

/**
 * A steward says what one attribute of a golden record is: locked until it is lifted, or chosen until a person types
 * another value in a CRM. A locked value is the answer to what rules ask a steward. One transaction; the golden
 * record is decided again. When it is lifted, the rules decide as if it had never been.
 */
@Singleton
public class LockValue {

    private final Transactions transactions;
    private final Goldens goldens;
    private final Locks locks;
    private final StewardValue values;

    LockValue(Transactions transactions, Goldens goldens, Locks locks, StewardValue values) {
        this.transactions = transactions;
        this.goldens = goldens;
        this.locks = locks;
        this.values = values;
    }

    /** @param value empty text for no value */
    public Word lock(UUID golden, String attribute, String value, Said said) {
        return say(golden, attribute, LockKind.LOCKED, value, said);
    }

    /** @param value empty text for no value */
    public Word choose(UUID golden, String attribute, String value, Said said) {
        return say(golden, attribute, LockKind.CHOSEN, value, said);
    }

    /** Takes a lock or a choice back. */
    public Word lift(UUID golden, String attribute, Said said) {
        return transactions.write(() -> locks.of(golden, attribute)
                .<Word>map(standing -> keep(golden, attribute, LockKind.LIFTED, "", said))
                .orElseGet(Word.Absent::new));
    }

    private Word say(UUID golden, String attribute, LockKind kind, String value, Said said) {
        Function<String, Word> keep = clean -> keep(golden, attribute, kind, clean, said);
        return transactions.write(() -> goldens.find(golden)
                .map(Golden::entity)
                .map(entity -> values.clean(entity, attribute, value).fold(keep, Word.Absent::new, Word.Refused::new))
                .orElseGet(Word.Absent::new));
    }

    private Word keep(UUID golden, String attribute, LockKind kind, String value, Said said) {
        locks.say(golden, attribute, kind, value, said.who(), said.note());
        goldens.due(golden);
        return new Word.Kept(value);
    }
}
