package dev.tailback.localcrms.hubspot.api;

import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.hubspot.faults.CallKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a path leads. {@code /crm/v3/objects/contacts} and {@code /crm/objects/2026-09/contacts} lead to the same
 * place.
 *
 * @param area such as {@code objects}
 * @param version {@code v3} or a date
 * @param rest what follows area and version
 */
record Route(String area, String version, List<String> rest) {
    private static final Set<String> DATES = Set.of("2025-09", "2026-03", "2026-09");
    private static final Set<String> AREAS = Set.of("objects", "properties", "associations");

    /** Empty when HubSpot, as it is here, has no such path. */
    static Optional<Route> of(Call call) {
        List<String> parts = call.segments();
        if (parts.size() < 3) {
            return Optional.empty();
        }
        if (!parts.get(0).equals("crm")) {
            boolean known = parts.get(0).equals("account-info") || parts.get(0).equals("oauth");
            return known ? of(parts.get(0), parts.get(1), parts.subList(2, parts.size())) : Optional.empty();
        }
        List<String> rest = parts.subList(3, parts.size());
        return parts.get(1).matches("v\\d")
                ? of(parts.get(2), parts.get(1), rest)
                : of(parts.get(1), parts.get(2), rest);
    }

    private static Optional<Route> of(String area, String version, List<String> rest) {
        boolean account = area.equals("account-info") || area.equals("oauth");
        boolean known = (account || AREAS.contains(area)) && (version.matches("v[1-4]") || DATES.contains(version));
        return known ? Optional.of(new Route(area, version, List.copyOf(rest))) : Optional.empty();
    }

    boolean isDated() {
        return DATES.contains(version);
    }

    String part(int index) {
        return index < rest.size() ? rest.get(index) : "";
    }

    /** What follows the object, such as {@code batch/upsert}. */
    String action() {
        return rest.size() < 2 ? "" : String.join("/", rest.subList(1, rest.size()));
    }

    boolean isSearch() {
        return area.equals("objects") && action().equals("search");
    }

    CallKind kind(String method) {
        if (isSearch()) {
            return CallKind.SEARCH;
        }
        return switch (area) {
            case "properties" -> CallKind.SCHEMA;
            case "oauth", "account-info" -> CallKind.ACCESS;
            default ->
                method.equals("GET") || String.join("/", rest).endsWith("batch/read") ? CallKind.READ : CallKind.WRITE;
        };
    }
}
