package dev.tailback.localorg.page;

/** The frame of every page. */
final class Layout {

    private Layout() {}

    static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s · local org</title><link rel="stylesheet" href="/style.css"></head>
                <body><header><a href="/">Contracts</a> <a href="/objects">All objects</a>
                <span>local org: behaves like Salesforce, is not Salesforce</span></header>
                <main><h1>%s</h1>%s</main></body></html>
                """.formatted(escaped(title), escaped(title), body);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
