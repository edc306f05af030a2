package io.connreg.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.MasterKeyId;
import io.connreg.internal.StrictJson;
import io.connreg.spi.KeySlot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The slot's text, format 1: a JSON object whose last member is the SHA-256 of all the text before that member. The
 * digest tells damage; what tells tampering is the sealed keyset's associated data.
 */
final class SlotCodec {
    private static final int FORMAT = 1;
    private static final String DIGEST_MEMBER = ",\"digest\":\"";
    private static final int DIGEST_TAIL = DIGEST_MEMBER.length() + 64 + "\"}".length();

    private SlotCodec() {}

    static KeySlot encode(long version, SlotContent content) {
        ObjectNode slot = StrictJson.MAPPER.createObjectNode();
        slot.put("format", FORMAT);
        slot.put("registry", content.registry());
        slot.put("epoch", content.epoch());
        slot.put("version", version);
        for (DataKey key : content.keys()) {
            ObjectNode node = slot.withArray("keys").addObject();
            node.put("id", key.id().toString());
            node.put("state", key.state().name());
            node.put("algorithm", key.algorithm());
            node.put("created", key.created().toString());
            if (!key.since().equals(key.created())) {
                node.put("since", key.since().toString());
            }
        }
        slot.put("keyset", content.keyset());
        for (KeyWrap wrap : content.wraps()) {
            ObjectNode node = slot.withArray("wraps").addObject();
            node.put("kind", wrap.master().kind());
            node.put("label", wrap.master().label());
            wrap.params().forEach(node.putObject("params")::put);
            node.put("check", wrap.master().check());
            node.put("wrapped", wrap.wrapped());
        }
        String text = slot.toString();
        String body = text.substring(0, text.length() - 1);
        return new KeySlot(version, body + DIGEST_MEMBER + digest(body) + "\"}");
    }

    /** @throws KeyUnavailableException if this is not what {@link #encode} made, or a newer version made it */
    static SlotContent decode(KeySlot slot) {
        try {
            JsonNode json = StrictJson.MAPPER.readTree(slot.content());
            int format = required(json, "format").asInt();
            if (format > FORMAT) {
                throw new KeyUnavailableException(
                        Reason.NEWER_FORMAT,
                        "the stored keys have format " + format + ", this version reads " + FORMAT
                                + ": update the library; nothing was changed");
            }
            checkDigest(slot.content());
            if (required(json, "version").asLong() != slot.version()) {
                throw damaged();
            }
            List<DataKey> keys = new ArrayList<>();
            required(json, "keys").forEach(key -> keys.add(key(key)));
            List<KeyWrap> wraps = new ArrayList<>();
            required(json, "wraps").forEach(wrap -> wraps.add(wrap(wrap)));
            return new SlotContent(
                    required(json, "registry").asText(),
                    required(json, "epoch").asLong(),
                    keys,
                    required(json, "keyset").asText(),
                    wraps);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw damaged();
        }
    }

    private static DataKey key(JsonNode key) {
        Instant created = Instant.parse(required(key, "created").asText());
        return new DataKey(
                new KeyId(HexFormat.fromHexDigits(required(key, "id").asText())),
                KeyState.valueOf(required(key, "state").asText()),
                required(key, "algorithm").asText(),
                created,
                key.has("since") ? Instant.parse(required(key, "since").asText()) : created);
    }

    private static KeyWrap wrap(JsonNode wrap) {
        SortedMap<String, String> params = new TreeMap<>();
        required(wrap, "params")
                .properties()
                .forEach(param -> params.put(param.getKey(), param.getValue().asText()));
        return new KeyWrap(
                new MasterKeyId(
                        required(wrap, "kind").asText(),
                        required(wrap, "label").asText(),
                        required(wrap, "check").asText()),
                params,
                required(wrap, "wrapped").asText());
    }

    private static JsonNode required(JsonNode object, String member) {
        JsonNode value = object.get(member);
        if (value == null) {
            throw damaged();
        }
        return value;
    }

    private static void checkDigest(String text) {
        int end = text.length() - DIGEST_TAIL;
        if (end < 0 || !text.substring(end).equals(DIGEST_MEMBER + digest(text.substring(0, end)) + "\"}")) {
            throw damaged();
        }
    }

    private static KeyUnavailableException damaged() {
        return new KeyUnavailableException(
                Reason.CORRUPT,
                "the stored keys are damaged; put back the key slot from a backup of the store; nothing was changed");
    }

    private static String digest(String body) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM offers no SHA-256", e);
        }
    }
}
