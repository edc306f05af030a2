package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;
import java.util.Optional;

/** A connection to an Elasticsearch cluster. */
public final class ElasticsearchSpec extends SpecMaps<ElasticsearchSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA = TypeSchema.of(
            ConnectionType.ELASTICSEARCH,
            KeySchema.url("uri").required(),
            KeySchema.user("username"),
            KeySchema.passwordOf("username"));

    ElasticsearchSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A service at this address, with or without a scheme. */
    public static ElasticsearchSpec at(String uri) {
        return new ElasticsearchSpec(Map.of("uri", uri), Map.of());
    }

    public ElasticsearchSpec login(String username, Secret password) {
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
        return ConnectionType.ELASTICSEARCH;
    }

    @Override
    ElasticsearchSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new ElasticsearchSpec(configs, secrets);
    }
}
