package dev.tailback.localorg.page;

/** The style sheet of the pages. */
final class Style {
    static final String CSS = """
            :root { color-scheme: light dark; --line: #8884; --accent: #0b5cab; --bad: light-dark(#b3001b, #ff9aa8); }
            * { box-sizing: border-box; }
            body { margin: 0; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
            a { color: light-dark(#0b5cab, #8ec5ff); }
            header { display: flex; flex-wrap: wrap; gap: .3rem 1rem; padding: .7rem 1.2rem; background: var(--accent); color: #fff; }
            header nav { display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
            header a { color: #fff; font-weight: 600; padding: .15rem 0; } header span { margin-left: auto; }
            main { max-width: 76rem; margin: 0 auto; padding: 1rem 1.2rem 3rem; }
            h2 { font-size: 1.2rem; margin: 1.5rem 0 .4rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
            table { border-collapse: collapse; width: 100%; font-size: .92rem; }
            caption { text-align: left; padding: .3rem 0; }
            th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
            td a, li a, .pages a, .views a { display: inline-block; min-height: 24px; min-width: 24px; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            .negative { color: var(--bad); white-space: nowrap; }
            .group th { padding-top: 1rem; } .sum td { font-weight: 600; }
            dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .5rem 1.5rem; margin: .4rem 0; }
            dt { font-size: .85rem; } dd { margin: 0; font-weight: 500; }
            .choices form { display: inline-block; margin: 0 .5rem .5rem 0; }
            .views, .pages, .find { display: flex; flex-wrap: wrap; gap: .4rem 1rem; margin: .6rem 0; align-items: center; }
            .views a[aria-current] { font-weight: 700; text-decoration: none; }
            button, input { font: inherit; padding: .4rem .8rem; border: 1px solid #888; border-radius: .4rem; max-width: 100%; }
            button { cursor: pointer; }
            .refusal { border-left: .3rem solid #c23934; padding: .6rem 1rem; background: #c2393422; }
            .cards { columns: 18rem; padding-left: 1.2rem; }
            .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            @media (max-width: 44rem) {
              table, tbody, tfoot, tr, td { display: block; } caption { display: block; } thead { display: none; }
              tr { border-bottom: 2px solid var(--line); padding: .4rem 0; } th[scope=rowgroup] { display: block; border: 0; }
              td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .1rem 0; text-align: right; }
              td::before { content: attr(data-label); text-align: left; opacity: .85; } td:empty { display: none; }
              .sum td:not(.number)::before { content: ""; }
            }
            """;

    private Style() {}
}
