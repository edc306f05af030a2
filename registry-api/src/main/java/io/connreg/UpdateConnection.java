package io.connreg;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to change a connection: a list of acts. What no act names stays as it is; a later act on the same thing
 * takes the place of an earlier one. Immutable; its secrets stay the caller's to wipe.
 */
public final class UpdateConnection {
    private final Acts acts;

    private UpdateConnection(Acts acts) {
        this.acts = acts;
    }

    /** An update of this connection that changes nothing yet. */
    public static UpdateConnection of(String id) {
        return new UpdateConnection(new Acts(Objects.requireNonNull(id, "id")));
    }

    private UpdateConnection with(Consumer<Acts> act) {
        Acts next = new Acts(acts);
        act.accept(next);
        return new UpdateConnection(next);
    }

    /** Only if the connection is at this revision. */
    public UpdateConnection ifRevision(long revision) {
        return with(next -> next.expectedRevision = OptionalLong.of(revision));
    }

    /** Gives it another name. */
    public UpdateConnection rename(String name) {
        return with(next -> next.name = Objects.requireNonNull(name, "name"));
    }

    /** Publishes it or makes it private. */
    public UpdateConnection accessibility(Accessibility who) {
        return with(next -> next.accessibility = Objects.requireNonNull(who, "who"));
    }

    /** Sets the description; an empty text clears it. */
    public UpdateConnection description(String text) {
        return with(next -> next.description = Objects.requireNonNull(text, "text"));
    }

    /** Sets one config. */
    public UpdateConnection setConfig(String key, String value) {
        return with(next -> next.set(next.configs, next.removedConfigs, key, value));
    }

    /** Removes one config; it need not be there. */
    public UpdateConnection removeConfig(String key) {
        return with(next -> next.drop(next.configs, next.removedConfigs, key));
    }

    /** Puts these configs in the place of all there are, and of all that this request said of configs before. */
    public UpdateConnection replaceConfigs(Map<String, String> configs) {
        return with(next -> {
            next.replacesConfigs = true;
            next.configs = new TreeMap<>();
            next.removedConfigs = new TreeSet<>();
            configs.forEach((key, value) -> next.set(next.configs, next.removedConfigs, key, value));
        });
    }

    /** Sets one secret, whether the stored one can be read or not. */
    public UpdateConnection setSecret(String key, Secret value) {
        return with(next -> next.set(next.secrets, next.clearedSecrets, key, value));
    }

    /** Removes one secret, whether it can be read or not; it need not be there. */
    public UpdateConnection clearSecret(String key) {
        return with(next -> next.drop(next.secrets, next.clearedSecrets, key));
    }

    /** Sets the models; none clears them. */
    public UpdateConnection models(ModelInfo... offered) {
        return models(List.of(offered));
    }

    /** Sets the models; an empty list clears them. */
    public UpdateConnection models(List<ModelInfo> offered) {
        List<ModelInfo> copy = List.copyOf(offered);
        return with(next -> next.models = copy);
    }

    /** Sets the cloud resource; {@link ResourceMeta#NONE} clears it. */
    public UpdateConnection resourceMeta(ResourceMeta meta) {
        return with(next -> next.resourceMeta = Objects.requireNonNull(meta, "meta"));
    }

    /** Makes this user the owner: an administrator's act. */
    public UpdateConnection transferTo(String userId) {
        return with(next -> next.owner = Objects.requireNonNull(userId, "userId"));
    }

    public String id() {
        return acts.id;
    }

    public OptionalLong expectedRevision() {
        return acts.expectedRevision;
    }

    public Optional<String> newName() {
        return Optional.ofNullable(acts.name);
    }

    public Optional<Accessibility> newAccessibility() {
        return Optional.ofNullable(acts.accessibility);
    }

    public Optional<String> newDescription() {
        return Optional.ofNullable(acts.description);
    }

    public Optional<List<ModelInfo>> newModels() {
        return Optional.ofNullable(acts.models);
    }

    public Optional<ResourceMeta> newResourceMeta() {
        return Optional.ofNullable(acts.resourceMeta);
    }

    public Optional<String> newOwner() {
        return Optional.ofNullable(acts.owner);
    }

    /** The configs as they are after this update of a connection that had these. */
    public SortedMap<String, String> configsAfter(Map<String, String> before) {
        SortedMap<String, String> after = new TreeMap<>(acts.replacesConfigs ? Map.of() : before);
        after.keySet().removeAll(acts.removedConfigs);
        after.putAll(acts.configs);
        return Collections.unmodifiableSortedMap(after);
    }

    /** The configs that are set; not changeable. */
    public SortedMap<String, String> configsToSet() {
        return Collections.unmodifiableSortedMap(acts.configs);
    }

    /** The secrets that are set; not changeable. */
    public SortedMap<String, Secret> secretsToSet() {
        return Collections.unmodifiableSortedMap(acts.secrets);
    }

    /** The names of the secrets that are removed; not changeable. */
    public SortedSet<String> secretsToClear() {
        return Collections.unmodifiableSortedSet(acts.clearedSecrets);
    }

    /** The connection's id and the names of the secrets that are set or cleared. */
    @Override
    public String toString() {
        return "UpdateConnection(" + acts.id + ", sets secrets " + acts.secrets.keySet() + ", clears "
                + acts.clearedSecrets + ")";
    }

    /** Copied before each change, never changed once a request holds it. */
    private static final class Acts {
        private final String id;
        private OptionalLong expectedRevision = OptionalLong.empty();
        private @Nullable String name;
        private @Nullable Accessibility accessibility;
        private @Nullable String description;
        private boolean replacesConfigs;
        private SortedMap<String, String> configs = new TreeMap<>();
        private SortedSet<String> removedConfigs = new TreeSet<>();
        private final SortedMap<String, Secret> secrets = new TreeMap<>();
        private final SortedSet<String> clearedSecrets = new TreeSet<>();
        private @Nullable List<ModelInfo> models;
        private @Nullable ResourceMeta resourceMeta;
        private @Nullable String owner;

        Acts(String id) {
            this.id = id;
        }

        Acts(Acts from) {
            id = from.id;
            expectedRevision = from.expectedRevision;
            name = from.name;
            accessibility = from.accessibility;
            description = from.description;
            replacesConfigs = from.replacesConfigs;
            configs.putAll(from.configs);
            removedConfigs.addAll(from.removedConfigs);
            secrets.putAll(from.secrets);
            clearedSecrets.addAll(from.clearedSecrets);
            models = from.models;
            resourceMeta = from.resourceMeta;
            owner = from.owner;
        }

        <V> void set(Map<String, V> values, SortedSet<String> dropped, String key, V value) {
            values.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            dropped.remove(key);
        }

        <V> void drop(Map<String, V> values, SortedSet<String> dropped, String key) {
            values.remove(Objects.requireNonNull(key, "key"));
            dropped.add(key);
        }
    }
}
