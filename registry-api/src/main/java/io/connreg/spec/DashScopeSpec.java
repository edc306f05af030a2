package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;

/** A connection to Alibaba Cloud Model Studio. */
public final class DashScopeSpec extends SpecMaps<DashScopeSpec> implements ConnectionSpec {
    static final TypeSchema SCHEMA = TypeSchema.of(
            ConnectionType.DASH_SCOPE,
            KeySchema.url("base_url").required(),
            KeySchema.secret("api_key").required());

    DashScopeSpec(Map<String, String> configs, Map<String, Secret> secrets) {
        super(configs, secrets);
    }

    /** A service at this address, with or without a scheme. */
    public static DashScopeSpec at(String baseUrl) {
        return new DashScopeSpec(Map.of("base_url", baseUrl), Map.of());
    }

    public DashScopeSpec apiKey(Secret key) {
        return secret("api_key", key);
    }

    public String baseUrl() {
        return requiredConfig("base_url");
    }

    public Secret apiKey() {
        return requiredSecret("api_key");
    }

    @Override
    public ConnectionType connectionType() {
        return ConnectionType.DASH_SCOPE;
    }

    @Override
    DashScopeSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return new DashScopeSpec(configs, secrets);
    }
}
