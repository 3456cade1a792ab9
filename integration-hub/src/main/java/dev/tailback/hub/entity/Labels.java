package dev.tailback.hub.entity;

import java.util.Locale;

/** How people call it, in the languages of the pages. */
public record Labels(String english, String german) {

    /** German for German, English for everyone else. */
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german : english;
    }
}
