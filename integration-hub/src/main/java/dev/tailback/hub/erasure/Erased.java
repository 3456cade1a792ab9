package dev.tailback.hub.erasure;

import java.util.List;
import java.util.UUID;

/** What came of the wish to erase a person. */
public sealed interface Erased {

    <R> R fold(Cases<R> cases);

    /** One answer for each alternative. */
    interface Cases<R> {
        R done(Done done);

        R absent();

        R notPersonal(NotPersonal notPersonal);

        R merged(Merged merged);

        R unsaid(Unsaid unsaid);
    }

    /**
     * Its values are gone, now or since an earlier time.
     *
     * @param inCrms the records that the CRMs may still hold
     */
    record Done(Erasure erasure, List<HeldInCrm> inCrms) implements Erased {

        public Done {
            inCrms = List.copyOf(inCrms);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.done(this);
        }
    }

    /** There is no such golden record. */
    record Absent() implements Erased {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.absent();
        }
    }

    /** {@code entities.yaml} does not say of this entity that it holds personal data. */
    record NotPersonal(String entity) implements Erased {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notPersonal(this);
        }
    }

    /** A steward made one of it and another one: the other one is to be erased, which erases both. */
    record Merged(UUID into) implements Erased {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.merged(this);
        }
    }

    /** Who erases, or why, is missing or too long. */
    record Unsaid(String sentence) implements Erased {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unsaid(this);
        }
    }
}
