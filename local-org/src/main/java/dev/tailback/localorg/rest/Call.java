package dev.tailback.localorg.rest;

import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.users.User;

/**
 * A request of someone who is logged in, below a version of the data API.
 *
 * @param version such as {@code v66.0}
 */
record Call(Org org, User user, String version, Request request) {

    String versionPath() {
        return "/services/data/" + version;
    }

    double versionNumber() {
        return Double.parseDouble(version.substring(1));
    }

    String segment(int index) {
        return request.segments().get(index);
    }

    /** The object in the path; one the user may not read does not exist. */
    ObjectType object(int index) {
        return org.schema()
                .object(segment(index))
                .filter(type -> user.access().to(type).read())
                .orElseThrow(ApiException::notFound);
    }
}
