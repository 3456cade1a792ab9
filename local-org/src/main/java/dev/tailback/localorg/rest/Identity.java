package dev.tailback.localorg.rest;

import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.users.User;

/** Who one is: {@code /services/oauth2/userinfo} and the identity URL. */
final class Identity {

    private Identity() {}

    static String instance(Request request) {
        return "http://" + request.header("Host").orElse("localhost");
    }

    static String url(Org org, Request request, User user) {
        return instance(request) + "/id/" + org.users().organizationId() + "/" + user.id();
    }

    static Reply reply(Org org, User user, Request request) {
        String instance = instance(request) + "/services/data/v"
                + (request.param("version").orElse("").equals("latest") ? Versions.newest(org) : "{version}") + "/";
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeStringField("id", url(org, request, user));
            json.writeBooleanField("asserted_user", true);
            json.writeStringField("user_id", user.id());
            json.writeStringField("sub", url(org, request, user));
            json.writeStringField("organization_id", org.users().organizationId());
            json.writeStringField("username", user.username());
            json.writeStringField("preferred_username", user.username());
            json.writeStringField("display_name", user.name());
            json.writeStringField("name", user.name());
            json.writeStringField("email", user.username());
            json.writeBooleanField("active", true);
            json.writeStringField("user_type", "STANDARD");
            json.writeObjectFieldStart("urls");
            json.writeStringField("rest", instance);
            json.writeStringField("sobjects", instance + "sobjects/");
            json.writeStringField("query", instance + "query/");
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
