package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;
import java.util.Optional;

/** A connection to a Lindorm search or vector engine. */
public final class LindormSpec extends SpecMaps<LindormSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA = TypeSchema.of(
            ConnectionType.LINDORM,
            KeySchema.url("uri").required(),
            KeySchema.user("username"),
            KeySchema.passwordOf("username"));

    LindormSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A service at this address, with or without a scheme. */
    public static LindormSpec at(String uri) {
        return new LindormSpec(Map.of("uri", uri), Map.of());
    }

    public LindormSpec login(String username, Secret password) {
        return login("username", username, password);
    }

    public String uri() {
        return requiredConfig("uri");
    }

    public Optional<String> username() {
        return optionalConfig("username");
    }

    public Optional<Secret> password() {
        return optionalSecret("password");
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.LINDORM;
    }

    @Override
    LindormSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new LindormSpec(configs, secrets);
    }
}
