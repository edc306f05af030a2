package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;

/** A connection to a Hologres database. Its login name is {@code user}, not {@code username}. */
public final class HologresSpec extends SpecMaps<HologresSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA = TypeSchema.of(
            ConnectionType.HOLOGRES,
            KeySchema.host("host").required(),
            KeySchema.port("port").required(),
            KeySchema.text("database").required(),
            KeySchema.user("user").required(),
            KeySchema.passwordOf("user").required());

    HologresSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A database at a host and port. */
    public static HologresSpec at(String host, int port, String database) {
        return new HologresSpec(Map.of("host", host, "port", Integer.toString(port), "database", database), Map.of());
    }

    public HologresSpec login(String user, Secret password) {
        return login("user", user, password);
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

    public String user() {
        return requiredConfig("user");
    }

    public Secret password() {
        return requiredSecret("password");
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.HOLOGRES;
    }

    @Override
    HologresSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new HologresSpec(configs, secrets);
    }
}
