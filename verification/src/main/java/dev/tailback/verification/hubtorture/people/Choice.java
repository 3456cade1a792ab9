package dev.tailback.verification.hubtorture.people;

import dev.tailback.verification.hubstory.Part;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people type next. Half the time it is one of a few customers, so that their edits meet. */
final class Choice {
    private static final Map<Part, List<String>> TYPED =
            Map.of(Part.COMPANY, List.of("name", "phone", "city"), Part.PERSON, List.of("mobile"));

    private static final int FEW = 4;
    private static final int ONE_PERSON_IN = 4;

    private final int customers;
    private final long seed;
    private final Words words = new Words();

    Choice(int customers, long seed) {
        this.customers = customers;
        this.seed = seed;
    }

    static Map<Part, List<String>> typed() {
        return TYPED;
    }

    Random randomOf(int person) {
        return new Random(seed * 31 + person);
    }

    Field field(Random random) {
        Part part = random.nextInt(ONE_PERSON_IN) == 0 ? Part.PERSON : Part.COMPANY;
        int customer = 1 + random.nextInt(random.nextBoolean() ? FEW : customers);
        List<String> attributes = TYPED.getOrDefault(part, List.of());
        return new Field(part, customer, attributes.get(random.nextInt(attributes.size())));
    }

    Words.Word word(Field field, Random random) {
        return words.of(field.attribute(), random);
    }
}
