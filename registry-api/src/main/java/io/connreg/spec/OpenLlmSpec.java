package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;
import java.util.Optional;

/** A connection to a model service that speaks the OpenAI dialect; not all of them ask for a key. */
public final class OpenLlmSpec extends SpecMaps<OpenLlmSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA =
            TypeSchema.of(ConnectionType.OPEN_LLM, KeySchema.url("base_url").required(), KeySchema.secret("api_key"));

    OpenLlmSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A service at this address, with or without a scheme. */
    public static OpenLlmSpec at(String baseUrl) {
        return new OpenLlmSpec(Map.of("base_url", baseUrl), Map.of());
    }

    public OpenLlmSpec apiKey(Secret key) {
        return secret("api_key", key);
    }

    public String baseUrl() {
        return requiredConfig("base_url");
    }

    public Optional<Secret> apiKey() {
        return optionalSecret("api_key");
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.OPEN_LLM;
    }

    @Override
    OpenLlmSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new OpenLlmSpec(configs, secrets);
    }
}
