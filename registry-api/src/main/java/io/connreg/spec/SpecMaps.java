package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The two maps under each leaf. No method that a leaf shows may be final: reflection from another package reaches an
 * inherited method of a hidden class only through the bridge that the compiler makes for those that are not.
 */
abstract class SpecMaps<S extends ConnectionSpec> {
    private final SortedMap<String, String> configs;
    private final SortedMap<String, Secret> secrets;

    SpecMaps(Map<String, String> configs, Map<String, Secret> secrets) {
        this.configs = copy(configs);
        this.secrets = copy(secrets);
    }

    private static <V> SortedMap<String, V> copy(Map<String, V> entries) {
        SortedMap<String, V> copy = new TreeMap<>(entries);
        copy.values().forEach(Objects::requireNonNull);
        return Collections.unmodifiableSortedMap(copy);
    }

    /** The same leaf over other maps. */
    abstract S over(Map<String, String> configs, Map<String, Secret> secrets);

    public abstract ConnectionType connectionType();

    public SortedMap<String, String> configs() {
        return configs;
    }

    public SortedMap<String, Secret> secrets() {
        return secrets;
    }

    public S config(String key, String value) {
        return over(plus(configs, key, value), secrets);
    }

    public S secret(String key, Secret value) {
        return over(configs, plus(secrets, key, value));
    }

    S login(String userKey, String user, Secret password) {
        return over(plus(configs, userKey, user), plus(secrets, "password", password));
    }

    private static <V> Map<String, V> plus(Map<String, V> entries, String key, V value) {
        Map<String, V> all = new TreeMap<>(entries);
        all.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return all;
    }

    String requiredConfig(String key) {
        return required(configs.get(key), "config", key);
    }

    Secret requiredSecret(String key) {
        return required(secrets.get(key), "secret", key);
    }

    private <V> V required(@Nullable V value, String kind, String key) {
        if (value == null) {
            throw new IllegalStateException("this " + connectionType() + " has no " + kind + " '" + key + "'");
        }
        return value;
    }

    int requiredPort() {
        String port = requiredConfig("port");
        if (!KeySchema.Form.PORT.accepts(port)) {
            throw new IllegalStateException("the config 'port' of this " + connectionType() + " is not a port");
        }
        return Integer.parseInt(port);
    }

    Optional<String> optionalConfig(String key) {
        return Optional.ofNullable(configs.get(key));
    }

    Optional<Secret> optionalSecret(String key) {
        return Optional.ofNullable(secrets.get(key));
    }

    /** Whether the other is the same leaf with equal configs and secrets. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpecMaps<?> that
                && connectionType().equals(that.connectionType())
                && configs.equals(that.configs)
                && secrets.equals(that.secrets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connectionType(), configs, secrets.keySet());
    }

    /** The type, the configs, the names of the secrets. */
    @Override
    public String toString() {
        return connectionType() + "(configs " + configs + ", secrets " + secrets.keySet() + ")";
    }
}
