package dev.tailback.localcrms.hubspot.page;

/** How the pages look. */
final class Style {
    static final String CSS = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
            header { padding: .75rem 1.5rem; border-bottom: 1px solid #8886; }
            header a { margin-right: 1.5rem; }
            main { padding: 0 1.5rem 3rem; max-width: 70rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid #8883; }
            form.record { display: grid; grid-template-columns: minmax(10rem, 16rem) 1fr; gap: .5rem 1rem; }
            form.record button { grid-column: 2; justify-self: start; }
            input, select, textarea { font: inherit; width: 100%; max-width: 32rem; box-sizing: border-box; }
            .refused { border-left: 4px solid #c22; padding: .25rem 1rem; }
            .quiet { opacity: .75; }
            """;

    private Style() {}
}
