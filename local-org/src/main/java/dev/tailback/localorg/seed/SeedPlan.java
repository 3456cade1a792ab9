package dev.tailback.localorg.seed;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.LifeCycle;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SystemFields;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.users.Person;
import dev.tailback.localorg.wire.ReadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a data plan as {@code sf data tree import} takes one: files of records in the order of the plan, in which
 * {@code "@Name"} stands for the id of the record that calls itself so. Everything is saved as the admin, under all
 * rules.
 */
public final class SeedPlan {
    private static final int TOGETHER = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SeedPlan.class);
    private static final Pattern PART_OF_LOCATION = Pattern.compile("(?i)(.*)__(latitude|longitude)__s");

    private final Path plan;
    private final boolean activate;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * @param location a plan, or the directory that holds one
     * @param activate activates rows of objects with a status life cycle afterwards; a plan can only create drafts
     */
    public SeedPlan(Path location, boolean activate) {
        this.plan = FindPlan.at(location);
        this.activate = activate;
    }

    /**
     * @throws IllegalArgumentException in one sentence, naming the file and the record
     */
    public void importInto(Org org) {
        List<Drafts> drafts = new ArrayList<>();
        for (Map<String, Object> step : objects(plan, json(plan), "The plan")) {
            String object = String.valueOf(step.get("sobject"));
            ObjectType type =
                    org.schema().object(object).orElseThrow(() -> broken(plan, "there is no object " + object));
            if (!(step.get("files") instanceof List<?> files)) {
                throw broken(plan, "files of " + object + " must be a list of file names");
            }
            for (Object file : files) {
                drafts.addAll(importFile(org, type, plan.resolveSibling(String.valueOf(file))));
            }
        }
        if (activate) {
            drafts.forEach(each -> activate(org, each));
        }
    }

    private record Drafts(ObjectType type, List<String> ids) {}

    private List<Drafts> importFile(Org org, ObjectType type, Path file) {
        List<Map<String, Object>> records = json(file) instanceof Map<?, ?> map
                ? objects(file, map.get("records"), "records")
                : objects(file, json(file), "The file");
        return importAll(org, type, file, records);
    }

    private List<Drafts> importAll(Org org, ObjectType type, Path file, List<Map<String, Object>> records) {
        List<String> created = new ArrayList<>();
        List<Map<String, Object>> own = records.stream()
                .map(record -> Nested.own(org.schema(), type, record))
                .map(record -> withoutLocations(org.schema(), type, record, file))
                .toList();
        for (int from = 0; from < own.size(); from += TOGETHER) {
            created.addAll(create(org, type, file, own.subList(from, Math.min(own.size(), from + TOGETHER))));
        }
        List<Drafts> drafts = new ArrayList<>(List.of(new Drafts(type, created)));
        Nested.children(org.schema(), type, records, created)
                .forEach((child, theirs) -> drafts.addAll(importAll(org, child, file, theirs)));
        return drafts;
    }

    /** The two halves of a location, whose field is left out when the schema is loaded. */
    private static Map<String, Object> withoutLocations(
            Schema schema, ObjectType type, Map<String, Object> record, Path file) {
        Map<String, Object> rest = new LinkedHashMap<>(record);
        record.keySet().forEach(name -> {
            Matcher part = PART_OF_LOCATION.matcher(name);
            if (part.matches() && schema.isLeftOut(type.name(), part.group(1) + "__c")) {
                LOG.warn("{}: {} of {} is left out", file.getFileName(), name, type.name());
                rest.remove(name);
            }
        });
        return rest;
    }

    private List<String> create(Org org, ObjectType type, Path file, List<Map<String, Object>> records) {
        List<Map<String, Object>> resolved =
                records.stream().map(record -> resolved(file, record)).toList();
        List<SaveResult> results = save(org, new SaveRequest(type, Verb.INSERT, id(type), resolved), file);
        List<String> created = new ArrayList<>();
        for (int index = 0; index < results.size(); index++) {
            String name = reference(records.get(index));
            requireSaved(file, name, results.get(index));
            String id = results.get(index).id().orElseThrow();
            ids.put("@" + name, id);
            created.add(id);
        }
        return created;
    }

    private static Field id(ObjectType type) {
        return type.fields().get(SystemFields.ID);
    }

    private static List<SaveResult> save(Org org, SaveRequest request, Path file) {
        try (Transaction transaction = org.store().begin()) {
            List<SaveResult> results = org.save().save(transaction, org.users().of(Person.ADMIN), request);
            transaction.commit();
            return results;
        } catch (RequestRefused e) {
            throw broken(file, e.getMessage());
        }
    }

    private static String reference(Map<String, Object> record) {
        return record.get("attributes") instanceof Map<?, ?> attributes
                ? String.valueOf(attributes.get("referenceId"))
                : "null";
    }

    private static void requireSaved(Path file, String name, SaveResult result) {
        if (!result.success()) {
            throw broken(
                    file,
                    "the record " + name + " was refused: "
                            + result.errors().get(0).message());
        }
    }

    private Map<String, Object> resolved(Path file, Map<String, Object> record) {
        Map<String, Object> resolved = new HashMap<>(record);
        resolved.replaceAll(
                (name, value) -> value instanceof String text && text.startsWith("@") ? idOf(file, text) : value);
        return resolved;
    }

    private String idOf(Path file, String reference) {
        String id = ids.get(reference);
        if (id == null) {
            throw broken(file, "no record before this one is called " + reference.substring(1));
        }
        return id;
    }

    private void activate(Org org, Drafts drafts) {
        if (drafts.type().lifeCycle().isEmpty() || drafts.ids().isEmpty()) {
            return;
        }
        LifeCycle lifeCycle = drafts.type().lifeCycle().get();
        String active = lifeCycle.activated().iterator().next();
        List<Map<String, Object>> updates = drafts.ids().stream()
                .map(id -> Map.<String, Object>of("Id", id, lifeCycle.statusField(), active))
                .toList();
        save(org, new SaveRequest(drafts.type(), Verb.UPDATE, id(drafts.type()), updates), plan)
                .forEach(result -> requireSaved(plan, "to be activated", result));
    }

    private static @Nullable Object json(Path file) {
        try {
            return ReadJson.value(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The seed file " + file + " cannot be read.", e);
        } catch (RequestRefused e) {
            throw broken(file, e.getMessage());
        }
    }

    private static List<Map<String, Object>> objects(Path file, @Nullable Object value, String name) {
        try {
            return ReadJson.objects(value, name);
        } catch (RequestRefused e) {
            throw broken(file, e.getMessage());
        }
    }

    private static IllegalArgumentException broken(Path file, String problem) {
        return new IllegalArgumentException("The seed in " + file + " cannot be imported: " + problem + ".");
    }
}
