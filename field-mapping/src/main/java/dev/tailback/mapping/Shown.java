package dev.tailback.mapping;

/** Words of a file as one line that is fit for a sentence. */
final class Shown {

    private static final int LONGEST = 80;

    private static final int LONGEST_SENTENCE = 2_010;

    private Shown() {}

    static String line(Object said) {
        return line(said, LONGEST);
    }

    /** One or a few whole sentences. */
    static String sentence(Object said) {
        return line(said, LONGEST_SENTENCE);
    }

    private static String line(Object said, int longest) {
        String line =
                String.valueOf(said).replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() > longest ? line.substring(0, longest) + "..." : line;
    }

    static String quoted(Object said) {
        return "'" + line(said) + "'";
    }
}
