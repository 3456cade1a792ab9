package dev.tailback.hub.survivorship;

import dev.tailback.hub.entity.Held;
import java.time.Instant;
import java.util.Optional;

/** What the golden record holds for an attribute before a decision. */
public sealed interface Standing {

    <R> R fold(Cases<R> cases);

    /** One answer for each alternative. */
    interface Cases<R> {
        R none();

        R agreed(String value);

        R chosen(Chosen chosen);

        R locked(Locked locked);
    }

    /** Nothing yet. */
    record None() implements Standing {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.none();
        }
    }

    /** A rule decided it. */
    record Agreed(String value) implements Standing {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.agreed(value);
        }
    }

    /** A steward chose it; it stands until a CRM's record changes to another value after that. */
    record Chosen(Held held, String by, Instant at) implements Standing {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.chosen(this);
        }
    }

    /** A steward locked it; it stands until the lock is taken away. */
    record Locked(Held held, String by, Instant at) implements Standing {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.locked(this);
        }
    }

    static Standing none() {
        return new None();
    }

    static Standing agreed(String value) {
        return new Agreed(value);
    }

    /** The value; not there if there is none or a steward wants none. */
    default Optional<String> text() {
        return fold(new Cases<>() {
            @Override
            public Optional<String> none() {
                return Optional.empty();
            }

            @Override
            public Optional<String> agreed(String value) {
                return Optional.of(value);
            }

            @Override
            public Optional<String> chosen(Chosen chosen) {
                return chosen.held().text();
            }

            @Override
            public Optional<String> locked(Locked locked) {
                return locked.held().text();
            }
        });
    }
}
