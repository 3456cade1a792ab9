package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.search.Found;
import dev.tailback.localcrms.hubspot.search.ReadSearch;
import dev.tailback.localcrms.hubspot.search.RunSearch;
import dev.tailback.localcrms.hubspot.search.SearchQuery;
import dev.tailback.localcrms.hubspot.search.SearchRefused;
import dev.tailback.localcrms.hubspot.switches.Switch;
import dev.tailback.localcrms.hubspot.switches.Switches;

/** {@code POST .../search}. */
final class Searches {
    private final Account account;
    private final Switches switches;

    Searches(Account account, Switches switches) {
        this.account = account;
        this.switches = switches;
    }

    Reply search(Call call, ObjectType type) {
        ObjectNode body = ReadBody.object(call);
        account.refreshSearch();
        try {
            return Reply.json(200, account.read(content -> answer(content, query(content, type, body))));
        } catch (SearchRefused refused) {
            throw ApiRefusal.invalid(refused.sentence());
        }
    }

    private SearchQuery query(Content content, ObjectType type, ObjectNode body) {
        boolean findsEmpty = switches.is(Switch.NOT_EQUAL_FINDS_EMPTY, "yes");
        return new ReadSearch(type, content.schema(), findsEmpty).read(body);
    }

    private static ObjectNode answer(Content content, SearchQuery query) {
        Found found = RunSearch.of(query, content.index().of(query.type()));
        View view = View.of(query.properties());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("total", found.total());
        ArrayNode results = json.putArray("results");
        found.page().forEach(record -> results.add(view.show(content, record)));
        found.next()
                .ifPresent(next -> json.putObject("paging").putObject("next").put("after", Integer.toString(next)));
        return json;
    }
}
