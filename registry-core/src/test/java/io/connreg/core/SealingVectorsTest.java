package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.MasterKeyId;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.KeySlot;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The byte forms of format 1, fixed for ever: see docs/formats.md. */
final class SealingVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String SEALED_T1 =
            "01c0ffee01000102030405060708090a0b4702d61db6d6a169e835978bb1e9786d83d68734f07b5f7c"
                    + "3867e5851d6900b23ffbad4d9fe092732ad91affbb0cdc8c";

    @Test
    void bindsAnRdsConnectionAsVectorT1() throws Exception {
        byte[] bytes = t1();

        assertThat(bytes).hasSize(221);
        assertThat(sha256(bytes)).isEqualTo("7c35f5a00ee74df358375e4ae82069f9d1b12b22fb01b9c449e10bb8eb86fff7");
    }

    @Test
    void bindsAnEmptyConnectionAsVectorT2() {
        byte[] bytes = binding(
                        "w",
                        "conn-000000000000000000",
                        "CustomConnection",
                        "c",
                        Accessibility.PUBLIC,
                        Map.of(),
                        ResourceMeta.NONE)
                .of("k");

        assertThat(HEX.formatHex(bytes))
                .isEqualTo("636f6e6e7265672f73656372657400010100000001770200000017636f6e6e2d3030303030303030"
                        + "303030303030303030300300"
                        + "0000016b0400000010437573746f6d436f6e6e656374696f6e05000000016306000000065055424c494307000000"
                        + "0400000000080000000400000000");
    }

    @Test
    void sortsKeysByTheirUtf8BytesAsVectorT3() throws Exception {
        Map<String, String> configs =
                Map.of("\uD83D\uDE00", "a", "\uFF5E", "b", "z", "", "\u00E9", "NFC", "e\u0301", "NFD");
        byte[] bytes = binding(
                        "工作",
                        "conn-zzzzzzzzzzzzzzzzzz",
                        "CustomConnection",
                        "u:1",
                        Accessibility.PUBLIC,
                        configs,
                        new ResourceMeta("ld-1", null, "{\"vpcId\":\"vpc-1\"}"))
                .of("api|key");

        assertThat(bytes).hasSize(238);
        assertThat(sha256(bytes)).isEqualTo("c0d7ec204deebba1fdd98fe158d2ecc9236bfc438080b1c43ee058d5543474ea");
    }

    @Test
    void tellsNeighbouringTextsApartAsVectorT4() throws Exception {
        assertThat(sha256(t4(Map.of("a|b", "c"))))
                .isEqualTo("f97d1b876ce83b3a45591975e8090af308cbd83d4e96e29adf4c06b166cf1da8");
        assertThat(sha256(t4(Map.of("a", "b|c"))))
                .isEqualTo("dbf134e381763f441d1a93bbb60304a9cf0bd9b30da30eb3560fab5c20a35509");
    }

    @Test
    void sealsAsAnyAesGcmWithTinksPrefixWould() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = HEX.parseHex("000102030405060708090a0b");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(t1());
        byte[] ciphertext = cipher.doFinal(SecretPadding.pad(Secret.of("s3cret")));
        byte[] sealed = ByteBuffer.allocate(5 + 12 + ciphertext.length)
                .put((byte) 1)
                .putInt(0xc0ffee01)
                .put(nonce)
                .put(ciphertext)
                .array();

        assertThat(HEX.formatHex(sealed)).isEqualTo(SEALED_T1);
    }

    @Test
    void tinkOpensTheSealedVector() throws Exception {
        KeysetHandle keyset = KeysetHandle.newBuilder()
                .setConfiguration(AeadConfig2026.get())
                .addEntry(KeysetHandle.importKey(AesGcmKey.builder()
                                .setParameters(AesGcmParameters.builder()
                                        .setKeySizeBytes(32)
                                        .setIvSizeBytes(12)
                                        .setTagSizeBytes(16)
                                        .setVariant(AesGcmParameters.Variant.TINK)
                                        .build())
                                .setKeyBytes(SecretBytes.copyFrom(key(), InsecureSecretKeyAccess.get()))
                                .setIdRequirement(0xc0ffee01)
                                .build())
                        .makePrimary())
                .build();
        Aead aead = TinkKeys.aead(keyset);

        byte[] padded = aead.decrypt(HEX.parseHex(SEALED_T1), t1());

        assertThat(SecretPadding.unpad(padded)).contains(Secret.of("s3cret"));
    }

    @Test
    void bindsTheKeysetToTheStatesOfAllKeysInTheOrderOfTheirIds() {
        List<DataKey> keys = List.of(
                key(-1, KeyState.DESTROYED),
                key(2, KeyState.PRIMARY),
                key(1, KeyState.STAGED),
                key(4, KeyState.DISABLED),
                key(3, KeyState.RETIRING));

        assertThat(HEX.formatHex(SlotContent.keysetAssociatedData(new byte[16], 7, keys)))
                .isEqualTo("636f6e6e7265672f6b65797365740001" + "0100000010" + "00".repeat(16)
                        + "0200000008" + "0000000000000007"
                        + "030000001d" + "00000005"
                        + "0000000101" + "0000000202" + "0000000303" + "0000000404" + "ffffffff05");
    }

    private static DataKey key(int id, KeyState state) {
        return DataKey.made(new KeyId(id), state, Instant.EPOCH);
    }

    @Test
    void aKeysTimesAreKeptAndTheSecondOneLeftOutWhereItIsTheFirst() {
        DataKey made = key(1, KeyState.PRIMARY);
        DataKey moved = key(2, KeyState.PRIMARY).in(KeyState.RETIRING, Instant.EPOCH.plusSeconds(1));
        KeyWrap wrap = new KeyWrap(new MasterKeyId("local", "", "check"), new TreeMap<>(), "");
        SlotContent content = new SlotContent("00".repeat(16), 1, List.of(made, moved), "", List.of(wrap));

        KeySlot slot = SlotCodec.encode(1, content);

        assertThat(slot.content())
                .contains("\"created\":\"1970-01-01T00:00:00Z\"},{")
                .contains("\"created\":\"1970-01-01T00:00:00Z\",\"since\":\"1970-01-01T00:00:01Z\"}]");
        assertThat(SlotCodec.decode(slot)).isEqualTo(content);
    }

    @Test
    void derivesTheKeyEncryptionKeyAndTheCheckFromAMasterKey() {
        byte[] sample = key();
        byte[] neighbour = key();
        neighbour[31] = 0;

        assertThat(HEX.formatHex(LocalMasterKey.derive(sample, "connreg/master/wrap/v1")))
                .isEqualTo("08085fdb31e8b5573c006343849b391cc6c78f6c6837e017392bf24cd2f68b95");
        assertThat(HEX.formatHex(LocalMasterKey.derive(sample, "connreg/master/check/v1")))
                .startsWith("a372f64c53bcc739");
        assertThat(LocalMasterKey.of(neighbour).check())
                .isEqualTo(HEX.formatHex(LocalMasterKey.derive(neighbour, "connreg/master/check/v1"))
                        .substring(0, 16));
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }

    private static byte[] t1() {
        return binding(
                        "ws-1",
                        "conn-0123456789abcdefgh",
                        "RDSConnection",
                        "alice",
                        Accessibility.PRIVATE,
                        Map.of(
                                "username",
                                "app",
                                "type",
                                "mysql",
                                "port",
                                "3306",
                                "host",
                                "db.internal",
                                "database",
                                "orders"),
                        ResourceMeta.NONE)
                .of("password");
    }

    private static byte[] t4(Map<String, String> configs) {
        return binding(
                        "ws",
                        "conn-111111111111111111",
                        "CustomConnection",
                        "c",
                        Accessibility.PRIVATE,
                        configs,
                        ResourceMeta.NONE)
                .of("k");
    }

    private static SecretBinding binding(
            String workspace,
            String id,
            String type,
            String creator,
            Accessibility accessibility,
            Map<String, String> configs,
            ResourceMeta meta) {
        ConnectionHead head =
                new ConnectionHead(id, workspace, "any", new ConnectionType(type), accessibility, creator, 0, 0, 1, 1);
        return SecretBinding.of(head, new TreeMap<>(configs), meta);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
