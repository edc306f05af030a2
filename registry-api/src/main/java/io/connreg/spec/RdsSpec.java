package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;

/** A connection to a relational database. */
public final class RdsSpec extends SpecMaps<RdsSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA = TypeSchema.of(
            ConnectionType.RDS,
            KeySchema.text("type").required(),
            KeySchema.host("host").required(),
            KeySchema.port("port").required(),
            KeySchema.text("database").required(),
            KeySchema.user("username").required(),
            KeySchema.passwordOf("username").required());

    RdsSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A database of this type (the vendor leaves its spelling open, as {@code mysql}) at a host and port. */
    public static RdsSpec at(String type, String host, int port, String database) {
        return new RdsSpec(
                Map.of("type", type, "host", host, "port", Integer.toString(port), "database", database), Map.of());
    }

    public RdsSpec login(String username, Secret password) {
        return login("username", username, password);
    }

    /** The type of database, as it was written. */
    public String type() {
        return requiredConfig("type");
    }

    public String host() {
        return requiredConfig("host");
    }

    public int port() {
        return requiredPort();
    }

    public String database() {
        return requiredConfig("database");
    }

    public String username() {
        return requiredConfig("username");
    }

    public Secret password() {
        return requiredSecret("password");
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.RDS;
    }

    @Override
    RdsSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new RdsSpec(configs, secrets);
    }
}
