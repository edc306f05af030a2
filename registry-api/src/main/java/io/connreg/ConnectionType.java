package io.connreg;

import java.util.Objects;

/**
 * The kind of service a connection leads to. Open: a type that this version does not know is kept as it is spelled,
 * and carried by {@link io.connreg.spec.CustomSpec}.
 *
 * @param value the wire and stored spelling, as {@code RDSConnection}; not blank
 */
public record ConnectionType(String value) {
    /** Alibaba Cloud Model Studio. */
    public static final ConnectionType DASH_SCOPE = new ConnectionType("DashScopeConnection");
    /** Any model service that speaks the OpenAI dialect. */
    public static final ConnectionType OPEN_LLM = new ConnectionType("OpenLLMConnection");

    public static final ConnectionType MILVUS = new ConnectionType("MilvusConnection");
    public static final ConnectionType OPEN_SEARCH = new ConnectionType("OpenSearchConnection");
    public static final ConnectionType LINDORM = new ConnectionType("LindormConnection");
    public static final ConnectionType ELASTICSEARCH = new ConnectionType("ElasticsearchConnection");
    public static final ConnectionType HOLOGRES = new ConnectionType("HologresConnection");
    /** A relational database. */
    public static final ConnectionType RDS = new ConnectionType("RDSConnection");
    /** Whatever the host wants to keep; all keys are free. */
    public static final ConnectionType CUSTOM = new ConnectionType("CustomConnection");

    public ConnectionType {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a connection type must not be blank");
        }
    }

    /** The wire spelling. */
    @Override
    public String toString() {
        return value;
    }
}
