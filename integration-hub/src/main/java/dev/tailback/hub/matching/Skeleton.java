package dev.tailback.hub.matching;

/** A word by its sound: the first letter, and the consonants after it, with those that sound alike made one. */
final class Skeleton {

    private static final int LONGEST = 7;

    private Skeleton() {}

    static String of(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        String sounds =
                word.replace("ph", "f").replace("sch", "s").replace("ck", "k").replace("dt", "t");
        StringBuilder skeleton = new StringBuilder();
        for (int at = 0; at < sounds.length() && skeleton.length() < LONGEST; at++) {
            char sound = sound(sounds.charAt(at));
            boolean isFirst = skeleton.length() == 0;
            if (isFirst || sound != 0 && skeleton.charAt(skeleton.length() - 1) != sound) {
                skeleton.append(isFirst && sound == 0 ? sounds.charAt(at) : sound);
            }
        }
        return skeleton.toString();
    }

    /** 0 for what is not heard. */
    private static char sound(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'w' -> 0;
            case 'c', 'q' -> 'k';
            case 'z' -> 's';
            case 'v' -> 'f';
            case 'd' -> 't';
            case 'j' -> 'i';
            default -> letter;
        };
    }
}
