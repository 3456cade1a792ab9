package dev.tailback.hub.quality;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.AttributeKind;
import java.util.Optional;

/** Looks at one value by itself. To look at a clean value again changes nothing. */
final class ValueQuality {

    private static final int LONGEST_TEXT = 32_000;
    private static final int LONGEST = 1_000;
    private static final int MOST_ROUNDS = 5;

    private ValueQuality() {}

    /**
     * A mended value may give one more thing to mend, as when two parts of a list become one entity of HTML.
     *
     * @param country two letters, or empty where none is known
     */
    static Checked check(Attribute attribute, String was, String country) {
        Checked checked = once(attribute, was, country);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<String> value = checked.usable();
            Checked next = value.map(usable -> once(attribute, usable, country)).orElse(checked);
            if (next.usable().equals(value)) {
                return checked;
            }
            checked = next.since(was);
        }
        return Checked.refused(was, "no_clean_form", "Each way to write it clean leads to another one.");
    }

    private static Checked once(Attribute attribute, String was, String country) {
        int longest = attribute.kind() == AttributeKind.TEXT ? LONGEST_TEXT : LONGEST;
        if (was.length() > longest) {
            return Checked.refused(was, "too_long", "It is longer than " + longest + " letters.");
        }
        String line = attribute.kind() == AttributeKind.TEXT ? PlainText.lines(was) : PlainText.line(was);
        if (PlainText.isPlaceholder(line) && !isSign(attribute, line)) {
            return Checked.refused(was, "placeholder", "This stands for no value.");
        }
        return byKind(attribute, line, was, country);
    }

    /** A name may have no letter that folds, and NA is Namibia. */
    private static boolean isSign(Attribute attribute, String line) {
        return attribute.kind() == AttributeKind.CHOICE && attribute.choices().contains(line)
                || attribute.kind() == AttributeKind.COUNTRY && line.equalsIgnoreCase("NA");
    }

    private static Checked byKind(Attribute attribute, String line, String was, String country) {
        return switch (attribute.kind()) {
            case TEXT, REFERENCE -> Checked.written(line, was, "text_form", "Spaces or hidden characters were mended.");
            case COMPANY_NAME -> companyName(line, was);
            case PERSON_NAME -> PersonNames.clean(line, was);
            case EMAIL -> Emails.clean(line, was);
            case PHONE -> Phones.clean(line, was, country);
            case DOMAIN -> Domains.clean(line, was);
            case COUNTRY -> Countries.clean(line, was);
            case POSTAL_CODE -> PostalCodes.clean(line, was, country);
            case NUMBER -> Numbers.number(line, was);
            case MONEY -> Numbers.money(line, was);
            case DATE -> Dates.clean(line, was);
            case FLAG -> Choices.flag(line, was);
            case CHOICE -> Choices.choice(line, was, attribute.choices());
            case LIST -> Choices.list(line, was);
        };
    }

    private static Checked companyName(String line, String was) {
        if (line.contains("@")) {
            return Checked.refused(was, "company_name_invalid", "This is no company's name but an e-mail address.");
        }
        return Checked.written(line, was, "company_name_form", "Spaces or hidden characters were mended.");
    }
}
