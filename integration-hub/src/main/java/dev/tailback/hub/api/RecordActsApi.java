package dev.tailback.hub.api;

import dev.tailback.hub.audit.Act;
import dev.tailback.hub.audit.Audit;
import dev.tailback.hub.audit.Deed;
import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.erasure.ErasePerson;
import dev.tailback.hub.erasure.Erased;
import dev.tailback.hub.stewards.LockValue;
import dev.tailback.hub.stewards.Said;
import dev.tailback.hub.stewards.Word;
import dev.tailback.web.input.JsonBody;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.util.UUID;
import java.util.function.Supplier;

/** What people do about one golden record: lock a value, lift the lock, erase a person. */
@Controller("/api/hub/records/{id}")
@Secured("operator")
@ExecuteOn(TaskExecutors.BLOCKING)
public class RecordActsApi {

    private final LockValue locks;
    private final ErasePerson erase;
    private final Audit audit;
    private final Transactions transactions;

    RecordActsApi(LockValue locks, ErasePerson erase, Audit audit, Transactions transactions) {
        this.locks = locks;
        this.erase = erase;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The value holds above all rules, and is the answer where a rule asks a steward. */
    @Post("/lock")
    public ValueView lock(UUID id, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "attribute", "value");
        String attribute = order.text("attribute");
        String value = order.given("value").orElse("");
        Said said = new Said(order.who(), order.note());
        order.checked();
        return kept(id, attribute, said, Deed.VALUE_LOCKED, () -> locks.lock(id, attribute, value, said));
    }

    @Post("/unlock")
    public ValueView unlock(UUID id, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller, "attribute");
        String attribute = order.text("attribute");
        Said said = new Said(order.who(), order.note());
        order.checked();
        return kept(id, attribute, said, Deed.VALUE_UNLOCKED, () -> locks.lift(id, attribute, said));
    }

    private ValueView kept(UUID id, String attribute, Said said, Deed deed, Supplier<Word> act) {
        return transactions.write(() -> {
            String value = act.get()
                    .fold(
                            kept -> kept,
                            () -> {
                                throw HubProblems.noRecord(id);
                            },
                            refused -> {
                                throw HubProblems.valueRefused(refused);
                            });
            audit.keep(Act.aboutGolden(deed, id, said.who(), said.note()));
            return new ValueView(attribute, value);
        });
    }

    /** Every value of the person goes from the hub, for ever; the CRMs' records are named, and people delete there. */
    @Post("/erase")
    @Secured("admin")
    public Erased.Done erase(UUID id, @Body JsonBody body, Principal caller) {
        Order order = Order.of(body, caller);
        Said said = new Said(order.who(), order.note());
        order.checked();
        return erase.erase(id, said).fold(new Answered(id));
    }

    private record Answered(UUID id) implements Erased.Cases<Erased.Done> {

        @Override
        public Erased.Done done(Erased.Done done) {
            return done;
        }

        @Override
        public Erased.Done absent() {
            throw HubProblems.noRecord(id);
        }

        @Override
        public Erased.Done notPersonal(Erased.NotPersonal notPersonal) {
            throw HubProblems.notErased("A " + notPersonal.entity() + " holds no personal data by its declaration.");
        }

        @Override
        public Erased.Done merged(Erased.Merged merged) {
            throw HubProblems.notErased("It became one with " + merged.into() + ": erase that one.");
        }

        @Override
        public Erased.Done unsaid(Erased.Unsaid unsaid) {
            throw HubProblems.notErased(unsaid.sentence());
        }
    }

    /** @param value as it is kept: cleaned like a CRM's */
    @Serdeable
    public record ValueView(String attribute, String value) {}
}
