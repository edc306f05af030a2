package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a connection of one type holds: a typed window on two maps, configs and secrets. The leaves' verbs and the maps
 * say the same; keys that a type does not know are kept. Whether the values make sense is judged when a request is
 * carried out, so that all problems are told at once. Immutable.
 *
 * <p>A leaf's accessor of a required key throws {@link IllegalStateException} where the key is missing, that of a port
 * also where it is not one; all others give an {@link java.util.Optional}. A value is given back as it was written.
 */
public sealed interface ConnectionSpec
        permits DashScopeSpec,
                OpenLlmSpec,
                MilvusSpec,
                OpenSearchSpec,
                LindormSpec,
                ElasticsearchSpec,
                HologresSpec,
                RdsSpec,
                CustomSpec {

    ConnectionType connectionType();

    /** By key; not changeable. */
    SortedMap<String, String> configs();

    /** By key; not changeable. */
    SortedMap<String, Secret> secrets();

    /** This with one config set, known to the type or not. */
    ConnectionSpec config(String key, String value);

    /** This with one secret set, known to the type or not. */
    ConnectionSpec secret(String key, Secret value);

    /** The leaf of this type over copies of these maps; {@link CustomSpec} if the type has no leaf of its own. */
    static ConnectionSpec of(ConnectionType type, Map<String, String> configs, Map<String, Secret> secrets) {
        return SpecLeaf.of(type).over(configs, secrets);
    }
}
