package dev.tailback.localcrms.hubspot.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.schema.Property;
import dev.tailback.localcrms.hubspot.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the body of a search and refuses what is beyond HubSpot's limits. */
public final class ReadSearch {
    private static final int MOST_A_PAGE = 200;
    private static final int USUAL_PAGE = 10;
    private static final int MOST_RESULTS = 10_000;
    private static final int MOST_GROUPS = 5;
    private static final int MOST_IN_A_GROUP = 6;
    private static final int MOST_FILTERS = 18;
    private static final int LONGEST_TEXT = 3000;
    private static final int MOST_PROPERTIES = 1000;

    private final ObjectType type;
    private final Schema schema;
    private final boolean notEqualFindsEmpty;

    public ReadSearch(ObjectType type, Schema schema, boolean notEqualFindsEmpty) {
        this.type = type;
        this.schema = schema;
        this.notEqualFindsEmpty = notEqualFindsEmpty;
    }

    /** @throws SearchRefused in a sentence */
    public SearchQuery read(JsonNode body) {
        int limit = whole(body.path("limit"), "limit", USUAL_PAGE);
        if (limit < 1 || limit > MOST_A_PAGE) {
            throw new SearchRefused("The limit of a search is 1 to " + MOST_A_PAGE + ", not " + limit + ".");
        }
        int after = whole(body.path("after"), "after", 0);
        if (after + (long) limit > MOST_RESULTS) {
            throw new SearchRefused("Paging through more than " + MOST_RESULTS
                    + " results of one query is not possible: after " + after + " and limit " + limit + ".");
        }
        String text = body.path("query").asText("").strip();
        if (text.length() > LONGEST_TEXT) {
            throw new SearchRefused("A query has at most " + LONGEST_TEXT + " characters.");
        }
        return new SearchQuery(
                type,
                groups(body.path("filterGroups")),
                order(body.path("sorts")),
                text,
                properties(body),
                limit,
                after);
    }

    private static int whole(JsonNode given, String name, int otherwise) {
        if (given.isMissingNode() || given.isNull() || given.asText().isEmpty()) {
            return otherwise;
        }
        if (!given.asText().matches("\\d{1,9}")) {
            throw new SearchRefused(name + " is a whole number, not " + given + ".");
        }
        return Integer.parseInt(given.asText());
    }

    private static List<String> properties(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.path("properties").forEach(name -> names.add(name.asText()));
        if (names.size() > MOST_PROPERTIES) {
            throw new SearchRefused("A search returns at most " + MOST_PROPERTIES + " properties.");
        }
        return names;
    }

    private List<List<Condition>> groups(JsonNode given) {
        if (given.size() > MOST_GROUPS) {
            throw new SearchRefused("A search has at most " + MOST_GROUPS + " filterGroups, not " + given.size() + ".");
        }
        List<List<Condition>> groups = new ArrayList<>();
        given.forEach(group -> groups.add(group(group.path("filters"))));
        if (groups.stream().mapToInt(List::size).sum() > MOST_FILTERS) {
            throw new SearchRefused("A search has at most " + MOST_FILTERS + " filters in all.");
        }
        return groups;
    }

    private List<Condition> group(JsonNode filters) {
        if (filters.size() > MOST_IN_A_GROUP) {
            throw new SearchRefused(
                    "A filterGroup has at most " + MOST_IN_A_GROUP + " filters, not " + filters.size() + ".");
        }
        List<Condition> group = new ArrayList<>();
        filters.forEach(filter -> group.add(condition(filter)));
        return group;
    }

    private Condition condition(JsonNode filter) {
        Property property = property(filter.path("propertyName").asText());
        Operator operator = Operator.of(filter.path("operator").asText())
                .orElseThrow(() -> new SearchRefused("There is no operator " + filter.path("operator") + "."));
        return new Condition(
                property,
                operator,
                operands(property, operator, filter),
                filter.path("value").asText(),
                notEqualFindsEmpty);
    }

    private List<Key> operands(Property property, Operator operator, JsonNode filter) {
        List<Key> operands = new ArrayList<>();
        switch (operator.operands()) {
            case NONE -> {}
            case ONE -> operands.add(operand(property, filter, "value"));
            case TWO -> {
                operands.add(operand(property, filter, "value"));
                operands.add(operand(property, filter, "highValue"));
            }
            case MANY -> filter.path("values").forEach(value -> operands.add(operand(property, value)));
        }
        if (operands.isEmpty() && operator.operands() == Operator.Operands.MANY) {
            throw new SearchRefused("The operator " + operator + " needs values.");
        }
        return operands;
    }

    private static Key operand(Property property, JsonNode filter, String name) {
        if (!filter.path(name).isValueNode() || filter.path(name).isNull()) {
            throw new SearchRefused("A filter on " + property.name() + " needs " + name + ".");
        }
        return operand(property, filter.path(name));
    }

    private static Key operand(Property property, JsonNode value) {
        return Key.of(property, value.asText())
                .orElseThrow(() -> new SearchRefused(
                        value + " is no " + property.type().word() + ", as " + property.name() + " is."));
    }

    private Optional<SearchQuery.Order> order(JsonNode sorts) {
        if (sorts.size() > 1) {
            throw new SearchRefused("A search has at most one sort, not " + sorts.size() + ".");
        }
        if (sorts.isEmpty()) {
            return Optional.empty();
        }
        JsonNode sort = sorts.path(0);
        String name =
                sort.isTextual() ? sort.asText() : sort.path("propertyName").asText();
        boolean descending =
                name.startsWith("-") || sort.path("direction").asText().equals("DESCENDING");
        return Optional.of(new SearchQuery.Order(property(name.replaceFirst("^-", "")), descending));
    }

    private Property property(String name) {
        return schema.property(type, name)
                .orElseThrow(() ->
                        new SearchRefused("There is no property " + name + " of " + type.plural() + " to search by."));
    }
}
