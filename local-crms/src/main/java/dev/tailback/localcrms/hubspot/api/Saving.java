package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.account.AccountFacts;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.records.InvalidRecord;
import dev.tailback.localcrms.hubspot.records.Link;
import dev.tailback.localcrms.hubspot.records.MergeRecords;
import dev.tailback.localcrms.hubspot.records.RecordExists;
import dev.tailback.localcrms.hubspot.records.Source;
import dev.tailback.localcrms.hubspot.records.WriteRecords;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.Map;
import java.util.function.Supplier;

/** Writes records in the name of the app, and says in HubSpot's words what is refused. */
final class Saving {
    private static final Source APP = Source.app(Integer.toString(AccountFacts.APP_ID));

    private final Account account;
    private final Switches switches;

    Saving(Account account, Switches switches) {
        this.account = account;
        this.switches = switches;
    }

    private WriteRecords writes(Content content) {
        return new WriteRecords(content, switches);
    }

    CrmRecord create(Content content, ObjectType type, Map<String, String> given) {
        return judged(() -> writes(content).create(type, given, APP, account.now()));
    }

    CrmRecord update(Content content, CrmRecord before, Map<String, String> given) {
        return judged(() -> writes(content).update(before, given, APP, account.now()));
    }

    /** Refuses what {@link #create} and {@link #update} would refuse. */
    void check(Content content, CrmRecord before, Map<String, String> given) {
        judged(() -> {
            writes(content).check(before, given);
            return before;
        });
    }

    void check(Content content, ObjectType type, Map<String, String> given) {
        judged(() -> {
            writes(content).check(type, given);
            return type;
        });
    }

    void archive(Content content, CrmRecord record) {
        writes(content).archive(record, account.now());
    }

    CrmRecord merge(Content content, CrmRecord primary, CrmRecord other) {
        MergeRecords merges = new MergeRecords(content, switches);
        if (merges.isTooMany(primary, other)) {
            throw new ApiRefusal(414, "VALIDATION_ERROR", "Cannot have more than 250 identities on a profile");
        }
        return merges.merge(primary, other, Source.merge(Integer.toString(AccountFacts.APP_ID)), account.now());
    }

    private static <T> T judged(Supplier<T> write) {
        try {
            return write.get();
        } catch (InvalidRecord invalid) {
            throw ApiRefusal.of(invalid);
        } catch (RecordExists exists) {
            throw new ApiRefusal(409, "CONFLICT", exists.sentence());
        }
    }

    /** The links that a create asks for. */
    void associate(Content content, CrmRecord record, JsonNode associations) {
        for (JsonNode association : associations) {
            int wanted =
                    association.path("types").path(0).path("associationTypeId").asInt();
            String id = association.path("to").path("id").asText();
            for (ObjectType other : ObjectType.values()) {
                if (record.type().linkTypeTo(other) == wanted) {
                    CrmRecord to = Objects.living(content, other, "", id)
                            .orElseThrow(() -> ApiRefusal.invalid("There is no " + other.singular() + " " + id + "."));
                    content.link(new Link(record.type(), record.id(), other, to.id()));
                }
            }
        }
    }
}
