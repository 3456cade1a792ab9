package dev.tailback.hub.simulation;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** People who edit a few companies in three CRMs by chance. */
final class People {

    static final int COMPANIES = 3;

    /** A rule of quality refuses it as a phone number, so it stays where it is. */
    static final String NONE = "n/a";

    /** In an order that is the same each time, so that a seed tells the same story again. */
    private static final List<String> FIELDS =
            ThreeCrms.FIELDS.values().stream().sorted().toList();

    private final Random random;

    People(Random random) {
        this.random = random;
    }

    static String company(int number) {
        return "C" + number;
    }

    /** A record as somebody first types it, with gaps. */
    Map<String, String> words() {
        Map<String, String> values = new TreeMap<>();
        FIELDS.stream().filter(field -> random.nextInt(3) > 0).forEach(field -> values.put(field, word(field)));
        return values;
    }

    /** One of them changes one field of one record. */
    void edit(List<SimulatedCrm> crms) {
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        crms.get(random.nextInt(crms.size())).edit(company(random.nextInt(COMPANIES)), Map.of(field, word(field)));
    }

    private String word(String field) {
        if (random.nextInt(8) == 0) {
            return "";
        }
        return field.equals("Phone") ? phone() : " ".repeat(random.nextInt(2)) + "Word" + random.nextInt(20);
    }

    /** As people write one, and sometimes none. */
    private String phone() {
        int number = 4012300 + random.nextInt(20);
        return switch (random.nextInt(4)) {
            case 0 -> NONE;
            case 1 -> "+49 " + number + "00";
            case 2 -> "0049/" + number + "00";
            default -> "+49" + number + "00";
        };
    }
}
