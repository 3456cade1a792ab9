package dev.tailback.localorg.rest;

/**
 * {@code /connect/organization}, of which this org tells what a client needs to read prices: it keeps one currency, the
 * euro.
 */
final class OrgFeatures {

    private static final String CURRENCY = "EUR";

    private OrgFeatures() {}

    static Reply reply(Call call) {
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("features");
            json.writeBooleanField("multiCurrency", false);
            json.writeStringField("defaultCurrencyIsoCode", CURRENCY);
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
