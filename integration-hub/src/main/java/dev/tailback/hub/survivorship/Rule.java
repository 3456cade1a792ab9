package dev.tailback.hub.survivorship;

import java.util.List;

/** How the winner among several values is found. */
public sealed interface Rule {

    <R> R fold(Cases<R> cases);

    /** One answer for each rule. */
    interface Cases<R> {
        R latestChange();

        R sourcePriority(List<String> crms);

        R mostComplete();

        R longest();

        R firstSet();

        R union();

        R neverOverwrite();

        R askSteward();

        R expression(String text);
    }

    /** The value that was typed last. */
    record LatestChange() implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.latestChange();
        }
    }

    /**
     * The value of the CRM that is trusted most.
     *
     * @param crms the most trusted first; none means the order that all rules of the file share
     */
    record SourcePriority(List<String> crms) implements Rule {

        public SourcePriority {
            crms = List.copyOf(crms);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.sourcePriority(crms);
        }
    }

    /** The value of the record with the most filled attributes. */
    record MostComplete() implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.mostComplete();
        }
    }

    /** The value with the most letters. */
    record Longest() implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.longest();
        }
    }

    /** The value that was typed first. */
    record FirstSet() implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.firstSet();
        }
    }

    /** All values of all lists, each once. */
    record Union() implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.union();
        }
    }

    /** The first value stays. */
    record NeverOverwrite() implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.neverOverwrite();
        }
    }

    /** A person decides when values differ. */
    record AskSteward() implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.askSteward();
        }
    }

    /**
     * What an expression in CEL makes of the candidates.
     *
     * @see Expressions
     */
    record Expression(String text) implements Rule {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.expression(text);
        }
    }
}
