package dev.tailback.hub.pages;

import dev.tailback.web.texts.Texts;
import java.util.Set;

/** Why a rule of quality refuses a value, and how it is mended. */
final class RuleInWords {

    /** Every rule that refuses has a sentence, {@code quality.rule.phone-invalid}. */
    static final Set<String> RULES = Set.of(
            "choice_unknown",
            "company_name_invalid",
            "country_unknown",
            "currency_unknown",
            "date_ambiguous",
            "date_invalid",
            "domain_invalid",
            "domain_of_a_mail_service",
            "email_invalid",
            "flag_invalid",
            "no_clean_form",
            "number_invalid",
            "person_name_invalid",
            "phone_invalid",
            "phone_without_country",
            "placeholder",
            "too_long");

    private RuleInWords() {}

    /** A rule that is no more, and refused something long ago, is told by its id. */
    static String of(String rule, Texts texts) {
        return RULES.contains(rule) ? texts.of("quality.rule." + rule.replace('_', '-')) : rule;
    }
}
