package dev.tailback.localcrms.hubspot.records;

/**
 * What set a value, as the history tells it.
 *
 * @param type HubSpot's word: {@code INTEGRATION}, {@code CRM_UI}, {@code CALCULATED}, {@code MERGE_OBJECTS}
 * @param id of the app or the person
 * @param userId 0 when no person did it
 */
public record Source(String type, String id, String label, int userId) {
    public static final Source CALCULATED = new Source("CALCULATED", "CalculatedPropertyComputer", "", 0);

    public static Source app(String appId) {
        return new Source("INTEGRATION", appId, "Local app", 0);
    }

    public static Source person(int userId) {
        return new Source("CRM_UI", "userId:" + userId, "", userId);
    }

    public static Source merge(String by) {
        return new Source("MERGE_OBJECTS", by, "", 0);
    }
}
