package io.connreg.examples.sweep;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** Statements behind a store's back. */
final class Sql {
    private static final Pattern LOGIN = Pattern.compile("(?i)(user|password)=([^&;]*)[&;]?");

    private Sql() {}

    /** Drivers are given the login beside the URL, of which they write into their logs. */
    static void run(String url, String... statements) {
        Properties login = new Properties();
        LOGIN.matcher(url)
                .results()
                .forEach(found -> login.setProperty(found.group(1).toLowerCase(Locale.ROOT), found.group(2)));
        try (Connection connection =
                        DriverManager.getConnection(LOGIN.matcher(url).replaceAll(""), login);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
