package dev.tailback.hub.writes;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Written;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.creations.Creations;
import dev.tailback.hub.creations.OnItsWay;
import dev.tailback.hub.database.Transactions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Creates customers in one object of one CRM, in one call. Before the call it is written down what is on its way. A
 * crash after it leaves a record that its key tells: when the CRM speaks of it, or when it is created again, which creates
 * nothing.
 */
@Singleton
public class WriteCreations {

    private final Transactions transactions;
    private final Creations creations;
    private final SettleCreations settle;

    WriteCreations(Transactions transactions, Creations creations, SettleCreations settle) {
        this.transactions = transactions;
        this.creations = creations;
        this.settle = settle;
    }

    /** @return how many records were created, or tried; 0 where the mapping wants none */
    public int next(Connection connection, MappedObject mapped) {
        if (mapped.createsNow().isEmpty()) {
            return 0;
        }
        int most = connection.connector().mostWrites();
        List<OnItsWay> sent = transactions.write(() -> creations.take(connection, mapped, most));
        if (!sent.isEmpty()) {
            Answer<List<Written>> answer = connection
                    .connector()
                    .write(mapped.object(), sent.stream().map(OnItsWay::write).toList());
            settle.settle(sent, answer);
        }
        return sent.size();
    }
}
