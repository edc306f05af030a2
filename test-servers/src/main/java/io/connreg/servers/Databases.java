package io.connreg.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The databases that tests make on a server and drop again.
 *
 * @param adminUrl who drops them
 * @param userUrl who makes them and so owns them
 */
record Databases(Product product, String adminUrl, String userUrl) implements DatabaseServer {
    /** What all names begin with. */
    static final String PREFIX = "registry_test_";

    private static final Pattern URL = Pattern.compile("(jdbc:[a-z]+://[^/?]+/)[^?]*(.*)");

    /** On a server that runs already; its user makes and drops them. */
    static Databases running(Product product, String url) {
        Databases databases = new Databases(product, url, url);
        databases.url("any");
        return databases;
    }

    @Override
    public TestDatabase newDatabase() {
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        execute(userUrl, "create database " + name);
        return new TestDatabase(this, name);
    }

    String url(String database) {
        Matcher parts = URL.matcher(userUrl);
        if (!parts.matches()) {
            throw new IllegalStateException(product.property() + " is not of the form " + product.urlForm());
        }
        return parts.group(1) + database + parts.group(2);
    }

    void drop(String database) {
        executeAsAdmin(product.drop(database));
    }

    void executeAsAdmin(String statement) {
        execute(adminUrl, statement);
    }

    private void execute(String url, String statement) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement made = connection.createStatement()) {
            made.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(product + " did not do \"" + statement + "\": " + e.getMessage(), e);
        }
    }
}
