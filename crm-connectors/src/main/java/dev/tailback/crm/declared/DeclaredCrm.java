package dev.tailback.crm.declared;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says of a CRM.
 *
 * @param headers sent with every call
 * @param times how the API writes moments
 */
record DeclaredCrm(
        String name,
        URI address,
        DeclaredAccess access,
        Map<String, String> headers,
        Times times,
        Optional<Identified> identity,
        Limits limits,
        ErrorPlaces errors,
        List<DeclaredObject> objects) {

    DeclaredCrm {
        headers = Map.copyOf(headers);
        objects = List.copyOf(objects);
    }

    Optional<DeclaredObject> object(String called) {
        return objects.stream().filter(object -> object.name().equals(called)).findFirst();
    }

    DeclaredCrm at(URI other) {
        return new DeclaredCrm(name, other, access, headers, times, identity, limits, errors, objects);
    }

    /** A question that tells who we are, and where in its answer that stands. */
    record Identified(String path, Place account, Optional<Place> user) {}

    /**
     * @param apart between the beginnings of two calls
     * @param usualWait where we are told to wait, but not how long
     * @param left the header that tells how many calls are left
     */
    record Limits(Duration apart, Duration usualWait, Optional<String> left) {}
}
