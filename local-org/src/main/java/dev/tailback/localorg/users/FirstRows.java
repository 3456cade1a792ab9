package dev.tailback.localorg.users;

import dev.tailback.localorg.formula.Viewer;
import dev.tailback.localorg.metadata.CustomMetadataRecord;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Store;
import dev.tailback.localorg.rows.Transaction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The rows an org begins with: itself, its profiles and people, its custom metadata and the standard price book. They
 * are written in one order at every start, so they have the same ids each time.
 */
public final class FirstRows {

    private final Schema schema;
    private final Instant now;
    private final UnaryOperator<String> usernames;
    private final Map<String, String> known;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param usernames makes a user name of a person's word
     * @param known ids that such rows have already under another schema, as {@link #ids} told them
     */
    public FirstRows(Schema schema, Instant now, UnaryOperator<String> usernames, Map<String, String> known) {
        this.schema = schema;
        this.now = now;
        this.usernames = usernames;
        this.known = known;
    }

    /** Which id each row got. */
    public Map<String, String> ids() {
        return Map.copyOf(ids);
    }

    public Users write(Store store) {
        try (Transaction transaction = store.begin()) {
            String organization = write(transaction, "Organization", "", organization());
            Map<Person, User> users = new EnumMap<>(Person.class);
            for (Person person : Person.values()) {
                users.put(person, write(transaction, person, organization));
            }
            schema.customMetadata().forEach(record -> write(transaction, record.type(), record.name(), values(record)));
            write(
                    transaction,
                    "Pricebook2",
                    "",
                    Map.of("Name", "Standard Price Book", "IsActive", true, "IsStandard", true));
            schema.recordTypes()
                    .forEach(one -> write(
                            transaction,
                            "RecordType",
                            one.object() + "." + one.name(),
                            Map.of(
                                    "Name", one.label(),
                                    "DeveloperName", one.name(),
                                    "SobjectType", one.object(),
                                    "IsActive", one.active())));
            transaction.commit();
            return new Users(users, organization);
        }
    }

    private Map<String, Object> organization() {
        return Map.of(
                "Name", "Local Org",
                "InstanceName", "LOCAL",
                "IsSandbox", false,
                "OrganizationType", "Developer Edition",
                "LanguageLocaleKey", "en_US",
                "DefaultLocaleSidKey", "en_US",
                "TimeZoneSidKey", "GMT");
    }

    private User write(Transaction transaction, Person person, String organization) {
        String profile = write(
                transaction, "Profile", person.profile(), Map.of("Name", person.profile(), "UserType", "Standard"));
        String username = usernames.apply(person.word());
        String name = person.firstName() + " " + person.lastName();
        Map<String, Object> values = new HashMap<>(Map.of(
                "Username",
                username,
                "Email",
                username,
                "FirstName",
                person.firstName(),
                "LastName",
                person.lastName(),
                "Name",
                name,
                "IsActive",
                true,
                "UserType",
                "Standard",
                "TimeZoneSidKey",
                "GMT",
                "LocaleSidKey",
                "en_US",
                "LanguageLocaleKey",
                "en_US"));
        values.put("Alias", person.word().substring(0, Math.min(8, person.word().length())));
        values.put("ProfileId", profile);
        String id = write(transaction, "User", username, values);
        Access access = person.access(schema);
        return new User(
                id,
                username,
                name,
                access,
                new Viewer(id, profile, person.profile(), organization, access.customPermissions()));
    }

    private Map<String, Object> values(CustomMetadataRecord record) {
        Map<String, Object> values = new HashMap<>(record.values());
        values.put("DeveloperName", record.name());
        values.put("MasterLabel", record.label());
        values.put("Label", record.label());
        values.put("Language", "en_US");
        values.put("QualifiedApiName", record.name());
        return values;
    }

    /** @param key what the row is known by, under any schema */
    private String write(Transaction transaction, String object, String key, Map<String, Object> values) {
        ObjectType type = schema.known(object);
        Object[] row = new Object[type.fields().size()];
        type.fields().forEach(field -> row[field.index()] = values.get(field.name()));
        String id = Optional.ofNullable(known.get(object + " " + key)).orElseGet(() -> transaction.nextId(type));
        ids.put(object + " " + key, id);
        row[SystemFields.ID] = id;
        row[SystemFields.IS_DELETED] = false;
        row[SystemFields.CREATED_DATE] = now;
        row[SystemFields.LAST_MODIFIED_DATE] = now;
        row[SystemFields.SYSTEM_MODSTAMP] = now;
        transaction.write(new Row(type, row));
        return id;
    }
}
