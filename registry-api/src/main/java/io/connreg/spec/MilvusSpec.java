package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;
import java.util.Optional;

/** A connection to a Milvus vector store, by user name and password or by token. */
public final class MilvusSpec extends SpecMaps<MilvusSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA = TypeSchema.of(
            ConnectionType.MILVUS,
            KeySchema.url("uri").required(),
            KeySchema.text("database"),
            KeySchema.user("username"),
            KeySchema.passwordOf("username"),
            KeySchema.secret("token"));

    MilvusSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A service at this address, with or without a scheme. */
    public static MilvusSpec at(String uri) {
        return new MilvusSpec(Map.of("uri", uri), Map.of());
    }

    public MilvusSpec login(String username, Secret password) {
        return login("username", username, password);
    }

    /** Signs in by token, commonly {@code user:password}. */
    public MilvusSpec token(Secret token) {
        return secret("token", token);
    }

    public MilvusSpec database(String name) {
        return config("database", name);
    }

    public String uri() {
        return requiredConfig("uri");
    }

    public Optional<String> database() {
        return optionalConfig("database");
    }

    public Optional<String> username() {
        return optionalConfig("username");
    }

    public Optional<Secret> password() {
        return optionalSecret("password");
    }

    public Optional<Secret> token() {
        return optionalSecret("token");
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.MILVUS;
    }

    @Override
    MilvusSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new MilvusSpec(configs, secrets);
    }
}
