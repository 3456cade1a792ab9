package dev.tailback.browser.stage;

/**
 * What a person sits in front of.
 *
 * @param locale of the browser, which decides the language of the pages
 * @param javaScript whether it runs scripts
 */
public record Device(String name, int width, int height, String locale, boolean javaScript) {
    public static final Device DESK = new Device("desk", 1280, 900, "en-GB", true);
    public static final Device PHONE = new Device("phone", 360, 740, "en-GB", true);
    public static final Device GERMAN_DESK = new Device("german-desk", 1280, 900, "de-DE", true);
    public static final Device GERMAN_PHONE = new Device("german-phone", 360, 740, "de-DE", true);
    public static final Device WITHOUT_SCRIPTS = new Device("without-scripts", 1280, 900, "en-GB", false);
    public static final Device PHONE_WITHOUT_SCRIPTS = new Device("phone-without-scripts", 360, 740, "en-GB", false);

    @Override
    public String toString() {
        return name;
    }
}
