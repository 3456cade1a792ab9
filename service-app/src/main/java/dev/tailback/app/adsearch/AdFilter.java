package dev.tailback.app.adsearch;

import dev.tailback.app.entries.Filter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which ads to show.
 *
 * @param text a reference such as {@code AD-17}; or the id of an ad or an entry; or a part of the title, the customer's
 *     reference, the customer's name or the contract's number
 * @param state ads with an entry in this state
 * @param contractId ads with units on this contract, now or before
 * @param person the account that created the ad
 * @param product a part of the name of a product that is booked
 */
public record AdFilter(
        Optional<String> text,
        Optional<ListedState> state,
        Optional<String> contractId,
        Optional<String> person,
        Optional<String> product,
        Days days) {

    private static final Pattern REFERENCE = Pattern.compile("(?i)AD-(\\d{1,18})");
    private static final Pattern UUID_FORM = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String ANYWHERE = """
            (a.search_text like ? or a.contract_id in (
                select l.contract_id from contract_label l where lower(l.customer) like ? or l.number like ?))
            """;
    private static final String OF_ID = """
            a.id in (select id from ad where id = ? union all select ad_id from usage_entry where id = ?)
            """;
    private static final String ON_CONTRACT = """
            a.id in (select id from ad where contract_id = ?
                     union all select ad_id from usage_entry where contract_id = ?)
            """;
    private static final String OF_PRODUCT = """
            exists (select 1 from usage_entry u
                    join contract_product_label p on p.contract_product_id = u.contract_product_id
                    where u.ad_id = a.id and not u.cancelled and lower(p.product) like ?)
            """;

    /** The ads of one contract. */
    public static AdFilter ofContract(String contractId) {
        return new AdFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(contractId),
                Optional.empty(),
                Optional.empty(),
                new Days(false, Optional.empty(), Optional.empty()));
    }

    public AdFilter withText(String wanted) {
        return new AdFilter(Optional.of(wanted), state, contractId, person, product, days);
    }

    AdFilter inAnyState() {
        return new AdFilter(text, Optional.empty(), contractId, person, product, days);
    }

    Filter where() {
        Filter filter = new Filter();
        text.ifPresent(typed -> narrow(filter, typed.strip()));
        state.ifPresent(wanted ->
                filter.and("exists (select 1 from shown_entry e where e.ad_id = a.id and " + wanted.condition() + ")"));
        contractId.ifPresent(id -> filter.and(ON_CONTRACT, id, id));
        person.ifPresent(name -> filter.and("a.created_by = ?", name.toLowerCase(Locale.ROOT)));
        product.ifPresent(name -> filter.and(OF_PRODUCT, anywhere(name)));
        days.narrow(filter);
        return filter;
    }

    private static void narrow(Filter filter, String typed) {
        Matcher reference = REFERENCE.matcher(typed);
        if (reference.matches()) {
            filter.and("a.number = ?", Long.parseLong(reference.group(1)));
        } else if (UUID_FORM.matcher(typed).matches()) {
            UUID id = UUID.fromString(typed);
            filter.and(OF_ID, id, id);
        } else {
            String anywhere = anywhere(typed);
            filter.and(ANYWHERE, anywhere, anywhere, anywhere);
        }
    }

    private static String anywhere(String typed) {
        return Filter.anywhere(typed.toLowerCase(Locale.ROOT));
    }
}
