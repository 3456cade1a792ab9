package dev.tailback.localorg.page;

/** The frame of every page. */
final class Layout {

    private Layout() {}

    static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · local org</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
                <body><header><nav aria-label="Main"><a href="/">Contracts</a> <a href="/objects">All objects</a>
                <a href="/reports">Reports</a></nav>
                <span>local org: behaves like Salesforce, is not Salesforce</span></header>
                <main><h1>%s</h1>%s</main></body></html>
                """.formatted(Html.escaped(title), Html.escaped(title), body);
    }
}
