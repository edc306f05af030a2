package io.connreg.spec;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A documented type: its schema and how its leaf is made. */
record SpecLeaf(TypeSchema schema, BiFunction<Map<String, String>, Map<String, Secret>, ConnectionSpec> maker) {

    /** In the order of the vendor's documentation. */
    static final Map<ConnectionType, SpecLeaf> DOCUMENTED = byType(List.of(
            new SpecLeaf(DashScopeSpec.SCHEMA, DashScopeSpec::new),
            new SpecLeaf(OpenLlmSpec.SCHEMA, OpenLlmSpec::new),
            new SpecLeaf(MilvusSpec.SCHEMA, MilvusSpec::new),
            new SpecLeaf(OpenSearchSpec.SCHEMA, OpenSearchSpec::new),
            new SpecLeaf(LindormSpec.SCHEMA, LindormSpec::new),
            new SpecLeaf(ElasticsearchSpec.SCHEMA, ElasticsearchSpec::new),
            new SpecLeaf(HologresSpec.SCHEMA, HologresSpec::new),
            new SpecLeaf(RdsSpec.SCHEMA, RdsSpec::new),
            free(ConnectionType.CUSTOM)));

    /** The leaf of a documented type, or the free one of any other. */
    static SpecLeaf of(ConnectionType type) {
        SpecLeaf known = DOCUMENTED.get(type);
        return known == null ? free(type) : known;
    }

    private static SpecLeaf free(ConnectionType type) {
        return new SpecLeaf(
                new TypeSchema(type, List.of()), (configs, secrets) -> new CustomSpec(type, configs, secrets));
    }

    private static Map<ConnectionType, SpecLeaf> byType(List<SpecLeaf> leaves) {
        Map<ConnectionType, SpecLeaf> map = new LinkedHashMap<>();
        leaves.forEach(leaf -> map.put(leaf.schema.type(), leaf));
        return Collections.unmodifiableMap(map);
    }

    ConnectionSpec over(Map<String, String> configs, Map<String, Secret> secrets) {
        return maker.apply(configs, secrets);
    }
}
