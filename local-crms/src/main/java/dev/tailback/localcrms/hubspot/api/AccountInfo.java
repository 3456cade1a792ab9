package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.account.AccountFacts;
import dev.tailback.localcrms.hubspot.limits.Allowances;
import java.time.Instant;

/** What the account says of itself, and how much of the day's calls are used. */
final class AccountInfo {
    private final Account account;
    private final Allowances allowances;

    AccountInfo(Account account, Allowances allowances) {
        this.account = account;
        this.allowances = allowances;
    }

    Reply reply(Call call, Route route) {
        if (!call.method().equals("GET")) {
            throw ApiRefusal.notAllowed();
        }
        return switch (String.join("/", route.rest())) {
            case "details" -> Reply.json(200, details());
            case "api-usage/daily/private-apps", "api-usage/daily" -> Reply.json(200, usage());
            default -> throw ApiRefusal.noSuchPath();
        };
    }

    private static ObjectNode details() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("portalId", AccountFacts.PORTAL_ID);
        json.put("accountType", "STANDARD");
        json.put("timeZone", "UTC");
        json.put("companyCurrency", "EUR");
        json.putArray("additionalCurrencies");
        json.put("utcOffset", "+00:00");
        json.put("utcOffsetMilliseconds", 0);
        json.put("uiDomain", "app.hubspot.com");
        json.put("dataHostingLocation", "eu1");
        return json;
    }

    private ObjectNode usage() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode app = json.putArray("results").addObject();
        app.put("name", "private-apps-api-calls-daily");
        app.put("usageLimit", allowances.settings().daily());
        app.put("currentUsage", allowances.usedToday());
        app.put("collectedAt", Instant.ofEpochMilli(account.now()).toString());
        app.put("fetchStatus", "SUCCESS");
        app.put("resetsAt", Instant.ofEpochMilli(allowances.resetsAt()).toString());
        return json;
    }
}
