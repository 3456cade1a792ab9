package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.creations.OnItsWay;
import dev.tailback.hub.creations.TakeCreations;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates customers in one object of one CRM, in one call. Before the call it is written down what is on its way. A
 * crash after it leaves a record that its key tells: when the CRM speaks of it, or when it is created again, which creates
 * nothing.
 */
@Singleton
public class WriteCreations {

    private final Transactions transactions;
    private final TakeCreations take;
    private final SettleCreations settle;

    WriteCreations(Transactions transactions, TakeCreations take, SettleCreations settle) {
        this.transactions = transactions;
        this.take = take;
        this.settle = settle;
    }

    /** @return how many records were created, or tried; 0 where the mapping wants none */
    public int next(Connection connection, MappedObject mapped) {
        return mapped.createsNow().isEmpty()
                ? 0
                : write(connection, mapped, transactions.write(() -> take.few(connection, mapped)));
    }

    /** As many as the CRM takes where very many wait; that may last for minutes. */
    public int many(Connection connection, MappedObject mapped) {
        return mapped.createsNow().isEmpty() ? 0 : write(connection, mapped, taken(connection, mapped));
    }

    /** A part after the other, until one is not full. */
    private List<OnItsWay> taken(Connection connection, MappedObject mapped) {
        int most = connection.connector().mostUpserts();
        List<OnItsWay> taken = new ArrayList<>();
        boolean isMore = true;
        while (isMore) {
            int wanted = Math.min(TakeCreations.PART, most - taken.size());
            List<OnItsWay> part = transactions.write(() -> take.part(connection, mapped, wanted));
            taken.addAll(part);
            isMore = part.size() == wanted && taken.size() < most;
        }
        return taken;
    }

    private int write(Connection connection, MappedObject mapped, List<OnItsWay> sent) {
        if (!sent.isEmpty()) {
            Answer<List<Written>> answer = connection
                    .connector()
                    .write(mapped.object(), sent.stream().map(OnItsWay::write).toList());
            settle.settle(sent, answer);
        }
        return sent.size();
    }
}
