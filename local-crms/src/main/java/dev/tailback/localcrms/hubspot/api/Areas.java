package dev.tailback.localcrms.hubspot.api;

import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;

/** Takes a call to the part of the API that its path names. */
record Areas(
        RecordCalls records, Properties properties, Associations associations, Tokens tokens, AccountInfo account) {

    static Areas of(ApiParts parts, Granted granted) {
        Associations associations = new Associations(parts.account(), granted);
        return new Areas(
                RecordCalls.of(parts, granted, associations),
                new Properties(parts.account(), granted),
                associations,
                new Tokens(parts.access()),
                new AccountInfo(parts.account(), parts.allowances()));
    }

    Reply reply(Call call, Route route) {
        return switch (route.area()) {
            case "objects" -> records.reply(call, route);
            case "properties" -> properties.reply(call, route);
            case "associations" -> associations.reply(call, route);
            case "oauth" -> tokens.reply(call, route);
            default -> account.reply(call, route);
        };
    }
}
