package dev.tailback.verification.benchmarks.hub;

import dev.tailback.verification.customers.CustomerCopy;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.Customers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Companies of which all CRMs hold the same, and no two are alike: who is who is not what is measured. */
final class Companies {
    private static final String CONSONANTS = "bdfgklmnprstvwz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
    private static final int WORDS = SYLLABLES * SYLLABLES * SYLLABLES;
    /** Has no divisor in common with the number of words, so each number has a word of its own, far from the next. */
    private static final long STRIDE = 155_663;

    private Companies() {}

    static Customers of(int count, List<CustomerCrm> crms) {
        List<CustomerCopy> copies = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            for (CustomerCrm crm : crms) {
                copies.add(new CustomerCopy(crm, number, company(number), Map.of()));
            }
        }
        return new Customers(copies);
    }

    private static Map<String, String> company(int number) {
        String word = word(number);
        return Map.of(
                "name",
                capital(word) + " " + capital(word(number + WORDS / 2)),
                "phone",
                phone(number),
                "domain",
                word + number + ".de",
                "city",
                capital(word(number + WORDS / 3)),
                "country",
                "DE");
    }

    /** A number of Berlin, in the form in which the hub keeps it. */
    static String phone(int number) {
        return "+4930" + (20_000_000 + number);
    }

    private static String word(int number) {
        long at = number * STRIDE % WORDS;
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < 3; syllable++) {
            int one = (int) (at % SYLLABLES);
            word.append(CONSONANTS.charAt(one / VOWELS.length()));
            word.append(VOWELS.charAt(one % VOWELS.length()));
            at /= SYLLABLES;
        }
        return word.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
