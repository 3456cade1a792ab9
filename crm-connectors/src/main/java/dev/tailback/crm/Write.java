package dev.tailback.crm;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One record to write. Values have the forms of {@link SourceRecord}; empty text empties a field. */
public sealed interface Write {

    /** What the record gets; fields that are not named stay as they are. */
    Map<String, String> values();

    /** One answer for each alternative. */
    <R> R fold(Function<Create, R> create, Function<Update, R> update, Function<Upsert, R> upsert);

    record Create(Map<String, String> values) implements Write {

        public Create {
            values = Map.copyOf(values);
        }

        @Override
        public <R> R fold(Function<Create, R> create, Function<Update, R> update, Function<Upsert, R> upsert) {
            return create.apply(this);
        }
    }

    /**
     * Only if the record still holds what we believe. Where the CRM can compare at the moment of writing, it does;
     * elsewhere the connector reads, compares and writes.
     *
     * @param believed what each field that is written holds, as far as we know
     * @param version of the record that was read; empty where the CRM has none
     */
    record Update(String id, Map<String, String> values, Map<String, String> believed, Optional<String> version)
            implements Write {

        public Update {
            values = Map.copyOf(values);
            believed = Map.copyOf(believed);
        }

        @Override
        public <R> R fold(Function<Create, R> create, Function<Update, R> update, Function<Upsert, R> upsert) {
            return update.apply(this);
        }
    }

    /**
     * Creates the record, or changes the one that has this value in its unique field. Repeating it changes nothing.
     *
     * @param keyField unique in this object
     */
    record Upsert(String keyField, String key, Map<String, String> values) implements Write {

        public Upsert {
            values = Map.copyOf(values);
        }

        @Override
        public <R> R fold(Function<Create, R> create, Function<Update, R> update, Function<Upsert, R> upsert) {
            return upsert.apply(this);
        }
    }
}
