package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.KeyId;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.testkit.SampleRow;
import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written into a line comes out of it, and nothing that was changed does. */
final class LineProperties {
    private final LineParser parser = new LineParser(new Shared());

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aConnectionComesBackToTheCharacter(@ForAll("rows") ConnectionWrite write) throws IOException {
        Lines.Written line = Lines.put(write);
        byte[] bytes = line.bytes();
        int end = bytes.length - 1;

        assertThat(Frame.isWhole(bytes, 0, end)).isTrue();
        assertThat(parser.parse(bytes, 0, end)).isEqualTo(new Line.Put(write.head(), write.terms(), line.documentAt()));
        assertThat(DocumentText.read(bytes, line.documentAt(), end))
                .isEqualTo(write.row().document());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aLineHasOneEndAndNoOtherLineBreak(@ForAll("rows") ConnectionWrite write) {
        byte[] bytes = Lines.put(write).bytes();

        for (int i = 0; i < bytes.length; i++) {
            assertThat(bytes[i] == '\n').isEqualTo(i == bytes.length - 1);
            assertThat(bytes[i]).isNotEqualTo((byte) '\r');
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aChangedByteIsSeen(@ForAll("rows") ConnectionWrite write, @ForAll int where, @ForAll byte other) {
        byte[] bytes = Lines.put(write).bytes();
        int at = Math.floorMod(where, bytes.length - 1);
        byte changed = other == bytes[at] ? (byte) ~other : other;
        bytes[at] = changed;

        assertThat(Frame.isWhole(bytes, 0, bytes.length - 1)).isFalse();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aSlotAndADeleteComeBack(@ForAll("texts") String text, @ForAll long number) throws IOException {
        KeySlot slot = new KeySlot(number, text);

        assertThat(parsed(Lines.slot(slot))).isEqualTo(new Line.Slot(slot));
        assertThat(parsed(Lines.delete(text, number))).isEqualTo(new Line.Delete(text, number));
    }

    private Line parsed(byte[] line) throws IOException {
        return parser.parse(line, 0, line.length - 1);
    }

    @Provide
    Arbitrary<ConnectionWrite> rows() {
        Arbitrary<String> texts = texts();
        return Combinators.combine(texts, texts, texts, documents(), Arbitraries.longs(), Arbitraries.integers())
                .as((workspace, name, model, document, micros, key) -> SampleRow.of("conn-1")
                        .in(workspace)
                        .named(name)
                        .creator(name)
                        .accessibility(Accessibility.PUBLIC)
                        .type(model + ".")
                        .createdLater(micros)
                        .model(model, null, true)
                        .model(null, model, false)
                        .sealed(new KeyId(key), 1 + (key & 0xFF))
                        .document(document)
                        .write());
    }

    /** Any text but for NUL and unpaired surrogates. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(40)
                .map(text -> text.codePoints()
                        .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    /** JSON, nearly JSON, and no JSON at all. */
    private Arbitrary<String> documents() {
        Arbitrary<String> json =
                texts().map(text -> "{\"a\":\"" + text.replace("\\", "").replace("\"", "") + "\"}");
        return Arbitraries.oneOf(
                texts(),
                json,
                json.map(text -> text + " "),
                json.map(text -> text.substring(1)),
                json.map(text -> text + text),
                json.map(text -> "{\"nested\":[" + text + ",1.50e+3,true,null]}"),
                Arbitraries.of(
                        "",
                        "{}",
                        "{}}",
                        "{",
                        "[]",
                        "1",
                        "9".repeat(2_000),
                        "{\"n\":" + "9".repeat(2_000) + "}",
                        "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500),
                        "{\"a\":1,\"crc\":\"00000000\"}",
                        "{\"a\":1}\n",
                        "{\"a\":\n1}",
                        "{\"a\":1,}",
                        "{'a':1}",
                        "{\"a\":NaN}",
                        "{\"a\":1} //",
                        "\ufeff{}",
                        "null"));
    }
}
