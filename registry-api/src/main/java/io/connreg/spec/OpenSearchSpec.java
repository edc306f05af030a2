package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;
import java.util.Optional;

/** A connection to an OpenSearch cluster. */
public final class OpenSearchSpec extends SpecMaps<OpenSearchSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA = TypeSchema.of(
            ConnectionType.OPEN_SEARCH,
            KeySchema.url("uri").required(),
            KeySchema.user("username"),
            KeySchema.passwordOf("username"));

    OpenSearchSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A service at this address, with or without a scheme. */
    public static OpenSearchSpec at(String uri) {
        return new OpenSearchSpec(Map.of("uri", uri), Map.of());
    }

    public OpenSearchSpec login(String username, Secret password) {
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
        return ConnectionType.OPEN_SEARCH;
    }

    @Override
    OpenSearchSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new OpenSearchSpec(configs, secrets);
    }
}
