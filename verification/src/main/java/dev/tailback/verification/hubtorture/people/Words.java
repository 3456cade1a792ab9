package dev.tailback.verification.hubtorture.people;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Values that nobody has typed before: each one tells which edit it is of. */
final class Words {
    private static final int MOST = 100_000;

    private final AtomicInteger next = new AtomicInteger();

    /**
     * @param typed as a person writes it
     * @param agreed as the hub writes the same
     */
    record Word(String typed, String agreed) {}

    Word of(String attribute, Random random) {
        int number = next.incrementAndGet() % MOST;
        return switch (attribute) {
            case "phone" -> phone("+49", "40", "669%05d".formatted(number), random);
            case "mobile" -> phone("+49", "171", "39%05d".formatted(number), random);
            case "name" -> plain("Werk " + number + " GmbH");
            case "city" -> plain("Ort " + number);
            default -> throw new IllegalArgumentException("nobody types the attribute " + attribute);
        };
    }

    private static Word plain(String text) {
        return new Word(text, text);
    }

    private static Word phone(String country, String area, String number, Random random) {
        String agreed = country + area + number;
        return switch (random.nextInt(3)) {
            case 0 -> new Word(country + " " + area + " " + number, agreed);
            case 1 -> new Word(country + " (" + area + ") " + number, agreed);
            default -> plain(agreed);
        };
    }
}
