package io.connreg.core;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, and a digest of the list it belongs to: filters, order, and the kind of scope. Not secret and not
 * signed: it grants nothing, as each page is filtered by the caller's scope anew.
 */
final class PageToken {
    private static final byte VERSION = 1;
    private static final int DIGEST = 8;
    private static final int FIXED = 1 + DIGEST + Long.BYTES;

    private PageToken() {}

    static String encode(Position position, ListScope scope, ConnectionFilter filter, boolean oldestFirst) {
        byte[] id = position.id().getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(FIXED + id.length)
                .put(VERSION)
                .put(digest(scope, filter, oldestFirst))
                .putLong(position.createdMicros())
                .put(id)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty if it is no token, or one of another list. */
    static Optional<Position> decode(String token, ListScope scope, ConnectionFilter filter, boolean oldestFirst) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length <= FIXED
                || bytes[0] != VERSION
                || !Arrays.equals(bytes, 1, 1 + DIGEST, digest(scope, filter, oldestFirst), 0, DIGEST)) {
            return Optional.empty();
        }
        String id = new String(bytes, FIXED, bytes.length - FIXED, StandardCharsets.UTF_8);
        return ConnectionIds.isWellFormed(id)
                ? Optional.of(new Position(ByteBuffer.wrap(bytes).getLong(1 + DIGEST), id))
                : Optional.empty();
    }

    /**
     * Of the scope only whether it is everywhere or in some workspaces: a caller's memberships may change from page to
     * page.
     */
    private static byte[] digest(ListScope scope, ConnectionFilter filter, boolean oldestFirst) {
        Map<String, String> parts = new TreeMap<>();
        boolean everywhere = scope.grants().stream().anyMatch(grant -> grant.workspaceId() == null);
        parts.put("scope", everywhere ? "everywhere" : "workspaces");
        parts.put("order", oldestFirst ? "oldest" : "newest");
        put(parts, "workspace", filter.workspaceId());
        filter.ids().forEach(id -> parts.put("id " + id, ""));
        put(parts, "name", filter.foldedNamePart());
        filter.types().forEach(type -> parts.put("type " + type, ""));
        put(parts, "model", filter.model());
        filter.modelTypes().forEach(type -> parts.put("modelType " + type, ""));
        put(parts, "toolCall", filter.toolCall());
        put(parts, "creator", filter.creator());
        put(parts, "accessibility", filter.accessibility());
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256")
                    .digest(new BoundFields("connreg/list").map(0x01, parts).toBytes());
            return Arrays.copyOf(sha, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM offers no SHA-256", e);
        }
    }

    private static void put(Map<String, String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value.toString());
        }
    }
}
