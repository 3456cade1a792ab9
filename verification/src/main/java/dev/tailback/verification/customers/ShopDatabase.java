package dev.tailback.verification.customers;

import dev.tailback.localservices.EmbeddedPostgres;
import dev.tailback.localservices.ServiceFailed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The company's own CRM: two tables in a database of its own, made and filled as their owner. */
public final class ShopDatabase {
    private static final String NAME = "shop";

    private static final String TABLES = """
        create schema shop;
        create table shop.customers (
          id bigint generated always as identity primary key,
          name text not null, phone text, website text, city text, country text);
        create table shop.people (
          id bigint generated always as identity primary key,
          first_name text, last_name text not null, email text unique, mobile text);
        """;

    private final EmbeddedPostgres postgres;

    public ShopDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Makes it unless it is there.
     *
     * @param log the script by which a table logs its changes
     */
    public void make(Customers customers, Function<String, String> log) {
        postgres.createDatabase(NAME);
        try (Connection owner = connect();
                Statement statement = owner.createStatement()) {
            if (isMade(statement)) {
                return;
            }
            owner.setAutoCommit(false);
            statement.execute(TABLES);
            CustomerCrm shop = CustomerCrm.SHOP;
            fill(owner, shop.companies(), customers, CustomerCopy::company);
            fill(owner, shop.people(), customers, CustomerCopy::person);
            statement.execute(
                    "create role " + CrmAddresses.SHOP_USER + " login password '" + CrmAddresses.SHOP_PASSWORD + "'");
            owner.commit();
            owner.setAutoCommit(true);
            for (String table : List.of(shop.companies().name(), shop.people().name())) {
                statement.execute(log.apply(table));
            }
        } catch (SQLException e) {
            throw new ServiceFailed("The shop's tables cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean isMade(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_namespace where nspname = 'shop'")) {
            return found.next();
        }
    }

    private static void fill(
            Connection owner,
            CustomerCrm.CrmObject object,
            Customers customers,
            Function<CustomerCopy, Map<String, String>> part)
            throws SQLException {
        List<String> attributes = List.copyOf(new TreeMap<>(object.fields()).keySet());
        String columns = attributes.stream().map(object::field).collect(Collectors.joining(", "));
        String marks = attributes.stream().map(unused -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                owner.prepareStatement("insert into " + object.name() + " (" + columns + ") values (" + marks + ")")) {
            List<Map<String, String>> rows = customers.of(CustomerCrm.SHOP).stream()
                    .map(part)
                    .filter(row -> !row.isEmpty())
                    .toList();
            for (Map<String, String> row : rows) {
                for (int at = 0; at < attributes.size(); at++) {
                    insert.setString(at + 1, row.get(attributes.get(at)));
                }
                insert.execute();
            }
        }
    }

    public String jdbcUrl() {
        return postgres.jdbcUrl(NAME);
    }

    /** As the owner, whom the hub is not. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), postgres.username(), postgres.password());
    }
}
