package io.connreg;

import org.jspecify.annotations.Nullable;

/**
 * The cloud resource behind a connection. Each component may be null, which means absent; an empty text is a value.
 *
 * @param instanceId the cloud's id of the instance
 * @param instanceName its name
 * @param extra a text that holds JSON, as {@code {"vpcId":"vpc-1"}}
 */
public record ResourceMeta(
        @Nullable String instanceId,
        @Nullable String instanceName,
        @Nullable String extra) {

    /** Nothing is known of the resource. */
    public static final ResourceMeta NONE = new ResourceMeta(null, null, null);

    /** An instance of this id and name. */
    public static ResourceMeta instance(String id, String name) {
        return new ResourceMeta(id, name, null);
    }

    /** This resource with the given extra JSON text. */
    public ResourceMeta extra(String json) {
        return new ResourceMeta(instanceId, instanceName, json);
    }
}
