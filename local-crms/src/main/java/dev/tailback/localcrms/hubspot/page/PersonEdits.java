package dev.tailback.localcrms.hubspot.page;

import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.account.AccountFacts;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.records.InvalidRecord;
import dev.tailback.localcrms.hubspot.records.RecordExists;
import dev.tailback.localcrms.hubspot.records.Source;
import dev.tailback.localcrms.hubspot.records.WriteRecords;
import dev.tailback.localcrms.hubspot.schema.InvalidValue;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a person changes at a screen; the history names the person. */
public final class PersonEdits {
    private static final Source PERSON = Source.person(AccountFacts.USER_ID);

    private final Account account;
    private final Switches switches;

    public PersonEdits(Account account, Switches switches) {
        this.account = account;
        this.switches = switches;
    }

    /** @throws IllegalArgumentException in one sentence, when the account refuses it */
    public CrmRecord create(ObjectType type, Map<String, String> values) {
        return judged(content -> writes(content).create(type, values, PERSON, account.now()));
    }

    /** As {@link #create}. */
    public CrmRecord update(ObjectType type, long id, Map<String, String> values) {
        return judged(content -> writes(content).update(known(content, type, id), values, PERSON, account.now()));
    }

    public CrmRecord archive(ObjectType type, long id) {
        return judged(content -> writes(content).archive(known(content, type, id), account.now()));
    }

    public CrmRecord restore(ObjectType type, long id) {
        return judged(content -> writes(content).restore(known(content, type, id), account.now()));
    }

    private WriteRecords writes(Content content) {
        return new WriteRecords(content, switches);
    }

    private static CrmRecord known(Content content, ObjectType type, long id) {
        return content.records()
                .find(type, id)
                .orElseThrow(() -> new IllegalArgumentException("There is no " + type.singular() + " " + id + "."));
    }

    private CrmRecord judged(Function<Content, CrmRecord> edit) {
        try {
            return account.write(edit);
        } catch (InvalidRecord invalid) {
            throw new IllegalArgumentException(
                    invalid.values().stream().map(InvalidValue::sentence).collect(Collectors.joining(" ")), invalid);
        } catch (RecordExists exists) {
            throw new IllegalArgumentException(exists.sentence(), exists);
        }
    }
}
