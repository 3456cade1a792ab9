package dev.tailback.verification.hubstory;

import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;
import dev.tailback.verification.customers.ShopDatabase;
import dev.tailback.verification.story.StoryFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A person at the shop's own tables. */
public record ShopPerson(ShopDatabase shop) implements CrmDesk {

    @Override
    public CustomerCrm crm() {
        return CustomerCrm.SHOP;
    }

    /** The row's version moves with every update. */
    @Override
    public List<HeldRecord> all(Part part) {
        CrmObject object = part.in(crm());
        List<HeldRecord> all = new ArrayList<>();
        try (Connection connection = shop.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select t.*, xmin::text as stamp from " + object.name() + " t order by id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                all.add(held(object, rows));
            }
            return all;
        } catch (SQLException e) {
            throw new StoryFailed("The shop's " + object.name() + " cannot be read: " + e.getMessage());
        }
    }

    private static HeldRecord held(CrmObject object, ResultSet row) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, String> field : object.fields().entrySet()) {
            String value = row.getString(field.getValue());
            values.put(field.getKey(), value == null ? "" : value);
        }
        return new HeldRecord(row.getString("id"), values, row.getString("stamp"));
    }

    @Override
    public void edit(Part part, String id, String attribute, String value) {
        CrmObject object = part.in(crm());
        change("update " + object.name() + " set " + object.field(attribute) + " = ? where id::text = ?", value, id);
    }

    @Override
    public void delete(Part part, String id) {
        change("delete from " + part.in(crm()).name() + " where id::text = ?", id);
    }

    private void change(String sql, String... texts) {
        String id = texts[texts.length - 1];
        try (Connection connection = shop.connect();
                PreparedStatement change = connection.prepareStatement(sql)) {
            for (int at = 0; at < texts.length; at++) {
                change.setString(at + 1, texts[at]);
            }
            if (change.executeUpdate() != 1) {
                throw new StoryFailed("The shop has no row " + id);
            }
        } catch (SQLException e) {
            throw new StoryFailed("The shop refused a change of " + id + ": " + e.getMessage());
        }
    }
}
