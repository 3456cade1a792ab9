package dev.tailback.mapping;

/** Words of a file as one line that is fit for a sentence. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    static String line(Object said) {
        String line =
                String.valueOf(said).replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    static String quoted(Object said) {
        return "'" + line(said) + "'";
    }
}
