package dev.tailback.localorg.rest;

/** What Salesforce shows while it is down for maintenance: a page for people, where programs expect JSON. */
final class MaintenancePage {
    static final String HTML = """
            <!DOCTYPE html>
            <html><head><title>We are down for maintenance</title></head>
            <body><h1>We are down for maintenance.</h1><p>Sorry for the inconvenience. We'll be back shortly.</p></body></html>
            """;

    private MaintenancePage() {}
}
