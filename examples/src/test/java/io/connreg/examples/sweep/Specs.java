package io.connreg.examples.sweep;

import io.connreg.ConnectionType;
import io.connreg.CreateConnection;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import io.connreg.spec.KeySchema;
import io.connreg.spec.KeySchema.Place;
import io.connreg.spec.RdsSpec;
import io.connreg.spec.TypeSchema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Connections of all types, with all keys that these know, and canaries for secrets. */
final class Specs {
    private static final List<String> VALUES =
            List.of(Canaries.PASSWORD, Canaries.TOKEN, Canaries.UNICODE, Canaries.LONG);

    private Specs() {}

    static List<ConnectionSpec> all() {
        return Stream.concat(
                        TypeSchema.documented().stream().map(Specs::full),
                        Stream.of(
                                CustomSpec.empty().config("region", "eu").secret("pass phrase", Canaries.token()),
                                CustomSpec.ofType(new ConnectionType("FutureConnection"))
                                        .secret("秘密", Canaries.password())))
                .toList();
    }

    private static ConnectionSpec full(TypeSchema schema) {
        Map<String, String> configs = new TreeMap<>();
        Map<String, Secret> secrets = new TreeMap<>();
        for (KeySchema key : schema.keys()) {
            if (key.place() == Place.CONFIG) {
                configs.put(key.name(), config(key.form()));
            } else {
                secrets.put(key.name(), Secret.of(VALUES.get(secrets.size())));
            }
        }
        for (String value : VALUES) {
            secrets.put("more-" + secrets.size(), Secret.of(value));
        }
        return ConnectionSpec.of(schema.type(), configs, secrets);
    }

    private static String config(KeySchema.Form form) {
        return switch (form) {
            case HOST -> "db.internal";
            case PORT -> "3306";
            case URL -> "https://service.internal/v1";
            case TEXT, ANY -> "orders";
        };
    }

    static RdsSpec orders() {
        return RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", Canaries.password());
    }

    /** Whose test ends as this says. */
    static RdsSpec ending(String outcome) {
        return RdsSpec.at("mysql", "db.internal", 3306, "orders")
                .login("app", Secret.of(Canaries.SAID))
                .config("outcome", outcome);
    }

    static CreateConnection create(String name, ConnectionSpec spec) {
        return CreateConnection.of(name, spec)
                .inWorkspace("ws-1")
                .description("where orders are")
                .models(ModelInfo.of("qwen", ModelType.LLM).named("Qwen").callingTools())
                .resourceMeta(ResourceMeta.instance("ld-1", "orders"));
    }
}
