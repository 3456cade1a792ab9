package dev.tailback.app.operator.holds;

import dev.tailback.app.operator.operations.Scope;
import java.util.Optional;
import java.util.function.Function;

/** What can be held: all entries of one contract, or those that were refused with one code. */
public sealed interface Held {

    <T> T fold(Function<OfContract, T> ofContract, Function<OfCode, T> ofCode);

    /** @throws IllegalArgumentException unless it is one of the two */
    static Held of(Optional<String> contractId, Optional<String> code) {
        if (contractId.isPresent() == code.isPresent()) {
            throw new IllegalArgumentException("Either a contract or a code is held");
        }
        return contractId.<Held>map(OfContract::new).orElseGet(() -> new OfCode(code.get()));
    }

    default Optional<String> contractId() {
        return fold(contract -> Optional.of(contract.id()), code -> Optional.empty());
    }

    default Optional<String> code() {
        return fold(contract -> Optional.empty(), code -> Optional.of(code.refusal()));
    }

    default Scope scope() {
        return new Scope(code(), contractId(), Optional.empty(), Optional.empty());
    }

    /** As it stands in a sentence. */
    default String words() {
        return fold(contract -> "contract " + contract.id(), code -> "cause " + code.refusal());
    }

    record OfContract(String id) implements Held {

        @Override
        public <T> T fold(Function<OfContract, T> ofContract, Function<OfCode, T> ofCode) {
            return ofContract.apply(this);
        }
    }

    record OfCode(String refusal) implements Held {

        @Override
        public <T> T fold(Function<OfContract, T> ofContract, Function<OfCode, T> ofCode) {
            return ofCode.apply(this);
        }
    }
}
