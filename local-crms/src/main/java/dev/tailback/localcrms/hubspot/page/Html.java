package dev.tailback.localcrms.hubspot.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Small pieces of HTML. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String link(String address, String text) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A whole page. */
    static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>" + escaped(title) + " - local HubSpot</title>"
                + "<link rel=\"stylesheet\" href=\"/style.css\"></head><body>"
                + "<header><a href=\"/companies\">Companies</a> <a href=\"/contacts\">Contacts</a>"
                + " <a href=\"/deals\">Deals</a></header><main><h1>" + escaped(title) + "</h1>" + body
                + "</main></body></html>\n";
    }
}
