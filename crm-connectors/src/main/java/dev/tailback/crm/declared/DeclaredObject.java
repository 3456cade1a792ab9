package dev.tailback.crm.declared;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One object of a declared CRM.
 *
 * @param values where in a record its fields stand
 * @param writeTo where in a body its fields stand
 * @param isAllText whether every value is written as JSON text
 * @param isEmptyText whether an empty field is written as empty text, and not as null
 */
record DeclaredObject(
        String name,
        String label,
        Place id,
        Place changedAt,
        Optional<Place> createdAt,
        Place values,
        Place writeTo,
        boolean isAllText,
        boolean isEmptyText,
        List<DeclaredField> fields,
        Changes list,
        Optional<Deletions> deletions,
        Request read,
        Optional<Request> find,
        Optional<Request> create,
        Optional<Request> update) {

    DeclaredObject {
        fields = List.copyOf(fields);
    }

    Optional<DeclaredField> field(String called) {
        return fields.stream().filter(field -> field.name().equals(called)).findFirst();
    }

    /** @param at where below the values it stands */
    record DeclaredField(
            String name,
            String label,
            String type,
            int length,
            boolean isRequired,
            boolean isUnique,
            boolean isWritable,
            List<String> choices,
            Place at) {

        DeclaredField {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A call. Path and query may hold {@code {id}}, {@code {key}}, {@code {keyField}} and {@code {fields}}.
     *
     * @param record where in the answer the record stands; a list there stands for its only record
     */
    record Request(String method, String path, Map<String, String> query, Place record) {

        Request {
            query = Map.copyOf(query);
        }
    }

    /**
     * A list of records.
     *
     * @param call where the records stand is its place
     */
    record Listing(Request call, Paging paging) {}

    /**
     * @param since the parameter that asks for what changed since a time; empty: everything is read each time
     * @param overlap how long a change may show late
     * @param gone a flag of a record that is deleted
     * @param everythingEvery after which time all is read again, since a page may have hidden what moved meanwhile
     */
    record Changes(
            Listing listing,
            Optional<String> since,
            Duration overlap,
            Optional<Place> gone,
            Duration everythingEvery) {}

    /** @param at when a record was deleted */
    record Deletions(Listing listing, Optional<Place> at) {}
}
