package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.users.User;
import java.util.List;
import java.util.Optional;

/**
 * A request of someone who is logged in, below a version of the data API.
 *
 * @param version such as {@code v66.0}
 * @param transaction what the call belongs to when several are done together or not at all
 */
record Call(Org org, User user, String version, Request request, Optional<Transaction> transaction) {

    String versionPath() {
        return "/services/data/" + version;
    }

    double versionNumber() {
        return Double.parseDouble(version.substring(1));
    }

    String segment(int index) {
        return request.segments().get(index);
    }

    String method() {
        return request.method();
    }

    /** The same call with the first parts of its path left out. */
    Call below(int parts) {
        return new Call(org, user, version, request.below(parts), transaction);
    }

    /** The same call at another address. */
    Call at(List<String> path) {
        return new Call(org, user, version, request.at(path), transaction);
    }

    /** Another call of the same person. */
    Call another(String otherVersion, Request other, Optional<Transaction> within) {
        return new Call(org, user, otherVersion, other, within);
    }

    /** The rows as this call sees them. */
    Snapshot snapshot() {
        return transaction
                .map(Transaction::snapshot)
                .orElseGet(() -> org.store().snapshot());
    }

    /** The object in the path; one the user may not read does not exist. */
    ObjectType object(int index) {
        return object(segment(index)).orElseThrow(ApiException::notFound);
    }

    /** An object by its name; empty for one the user may not read. */
    Optional<ObjectType> object(String name) {
        return org.schema().object(name).filter(type -> user.access().to(type).read());
    }
}
