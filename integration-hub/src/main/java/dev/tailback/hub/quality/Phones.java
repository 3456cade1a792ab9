package dev.tailback.hub.quality;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers in international form; an extension stays behind it. */
final class Phones {

    private static final int LONGEST = 60;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** @param country two letters, or empty if it is not known: then only a number with its country can be told */
    static Checked clean(String line, String was, String country) {
        if (line.length() > LONGEST) {
            return Checked.refused(was, "phone_invalid", "This is no phone number: it is too long.");
        }
        Optional<PhoneNumber> number = parsed(line.replaceFirst("^00(?=[1-9])", "+"), country);
        if (number.isEmpty()) {
            return country.isEmpty() && line.matches("[0-9 ()/.-]{5,}")
                    ? Checked.refused(was, "phone_without_country", "The number does not tell its country.")
                    : Checked.refused(was, "phone_invalid", "This is no phone number.");
        }
        String written = written(number.get());
        if (!NUMBERS.isValidNumber(number.get())) {
            return NUMBERS.isPossibleNumber(number.get())
                    ? new Checked.Warned(
                            written, was, new Finding("phone_unassigned", "No operator gives out such a number."))
                    : Checked.refused(was, "phone_invalid", "The number is too long or too short for its country.");
        }
        return Checked.written(written, was, "phone_form", "The number was written in international form.");
    }

    private static Optional<PhoneNumber> parsed(String line, String country) {
        try {
            return Optional.of(NUMBERS.parse(line, country.isEmpty() ? "ZZ" : country));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }

    private static String written(PhoneNumber number) {
        String form = NUMBERS.format(number, PhoneNumberFormat.E164);
        return number.hasExtension() ? form + ";ext=" + number.getExtension() : form;
    }

    /** Where a number in international form is; not there if it is of no single country. */
    static Optional<String> countryOf(String phone) {
        return parsed(phone, "")
                .flatMap(number -> Optional.ofNullable(NUMBERS.getRegionCodeForNumber(number)))
                .filter(region -> region.length() == 2 && !region.equals("ZZ"));
    }
}
