package dev.tailback.hub.suggesting;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Described;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.crms.ConnectedCrms;
import dev.tailback.hub.mappings.CrmMapping;
import dev.tailback.mapping.schema.OrgObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Asks a CRM for the objects that are mapped, for those that such a CRM usually has, and for one that a person names. */
@Singleton
class SeeObjects {

    private static final String ABSENT =
            "It is not there, or this user may not see it: correct its name or give the right.";

    private final ConnectedCrms crms;

    SeeObjects(ConnectedCrms crms) {
        this.crms = crms;
    }

    SeenObjects of(CrmMapping mapping, Optional<String> named) {
        Set<String> names = new LinkedHashSet<>();
        mapping.objects().stream().map(MappedObject::object).forEach(names::add);
        names.addAll(crms.usualObjects(mapping.crm()));
        named.ifPresent(names::add);
        Map<String, OrgObject> seen = new TreeMap<>();
        Map<String, String> unseen = new TreeMap<>();
        ask(mapping.crm(), List.copyOf(names), seen, unseen);
        return new SeenObjects(new ArrayList<>(seen.values()), unseen, crms.tellsRights(mapping.crm()));
    }

    /** Some CRMs refuse all objects for one, so each is then asked for alone. */
    private void ask(String crm, List<String> names, Map<String, OrgObject> seen, Map<String, String> unseen) {
        schema(crm, names)
                .fold(
                        described -> {
                            described.schema().objects().forEach(object -> seen.put(object.name(), object));
                            names.stream()
                                    .filter(name -> !seen.containsKey(name))
                                    .forEach(name -> unseen.put(name, ABSENT));
                            return names;
                        },
                        refused -> {
                            if (names.size() == 1) {
                                unseen.put(names.get(0), refused.reason());
                            } else {
                                names.forEach(name -> ask(crm, List.of(name), seen, unseen));
                            }
                            return names;
                        },
                        away -> {
                            names.forEach(name -> unseen.put(name, away.reason()));
                            return names;
                        });
    }

    private Answer<Described> schema(String crm, List<String> names) {
        try {
            return crms.asked(crm, names, Connector::schema).orElseThrow();
        } catch (IllegalArgumentException noName) {
            return new Answer.Refused<>("NO_NAME", "No object of this CRM can have such a name: correct it.");
        }
    }
}
