package dev.tailback.localorg.page;

/** The style sheet of the pages. */
final class Style {
    static final String CSS = """
            :root { color-scheme: light dark; --line: #8884; --accent: #0b5cab; }
            * { box-sizing: border-box; }
            body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
            header { display: flex; flex-wrap: wrap; gap: 1rem; padding: .7rem 1.2rem; background: var(--accent); color: #fff; }
            header a { color: #fff; font-weight: 600; } header span { opacity: .85; margin-left: auto; }
            main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.2rem 3rem; }
            .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92rem; }
            th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; }
            dt { font-size: .8rem; opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
            .choices form { display: inline-block; margin: 0 .5rem .5rem 0; }
            button { font: inherit; padding: .4rem .8rem; border: 1px solid var(--line); border-radius: .4rem; cursor: pointer; }
            .refusal { border-left: .3rem solid #c23934; padding: .6rem 1rem; background: #c2393422; }
            .cards { columns: 18rem; padding-left: 1.2rem; }
            """;

    private Style() {}
}
