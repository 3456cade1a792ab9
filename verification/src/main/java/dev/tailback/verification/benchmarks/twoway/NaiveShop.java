package dev.tailback.verification.benchmarks.twoway;

import dev.tailback.verification.customers.CrmAddresses;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shop's rows by their column of when they were modified; another one says by whom. */
final class NaiveShop implements NaiveCrm {
    private final CrmObject customers = CustomerCrm.SHOP.companies();
    private final List<String> attributes = List.copyOf(customers.fields().keySet());
    private final String url;

    NaiveShop(String url) {
        this.url = url;
    }

    @Override
    public CustomerCrm crm() {
        return CustomerCrm.SHOP;
    }

    @Override
    public List<NaiveChange> modified(Instant since) {
        List<NaiveChange> changes = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement query =
                        connection.prepareStatement("select t.*, t.updated_by = session_user as is_ours from "
                                + customers.name() + " t where t.updated_at >= ?")) {
            query.setTimestamp(1, Timestamp.from(since));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    changes.add(change(rows));
                }
            }
            return changes;
        } catch (SQLException e) {
            throw new CrmAway("The shop: " + e.getMessage());
        }
    }

    private NaiveChange change(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (String attribute : attributes) {
            String value = row.getString(customers.field(attribute));
            values.put(attribute, value == null ? "" : value);
        }
        return new NaiveChange(
                row.getString("id"), row.getTimestamp("updated_at").toInstant(), row.getBoolean("is_ours"), values);
    }

    @Override
    public void write(Map<String, Map<String, String>> records) {
        String columns = attributes.stream()
                .map(attribute -> customers.field(attribute) + " = ?")
                .collect(Collectors.joining(", "));
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(
                        "update " + customers.name() + " set " + columns + " where id::text = ?")) {
            for (Map.Entry<String, Map<String, String>> record : records.entrySet()) {
                for (int at = 0; at < attributes.size(); at++) {
                    update.setString(at + 1, record.getValue().get(attributes.get(at)));
                }
                update.setString(attributes.size() + 1, record.getKey());
                update.execute();
            }
        } catch (SQLException e) {
            throw new CrmAway("The shop: " + e.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, CrmAddresses.SHOP_USER, CrmAddresses.SHOP_PASSWORD);
    }
}
