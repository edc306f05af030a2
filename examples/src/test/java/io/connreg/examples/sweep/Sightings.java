package io.connreg.examples.sweep;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for texts and keys in all the forms that they may lie around in: as they are and in pieces, in other cases, escaped
 * and encoded, as the numbers of their bytes.
 */
final class Sightings {
    /** A mask that shows the beginning or the end shows at most less than this. */
    private static final int PIECE = 8;

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private final Needles needles = new Needles();

    /** From now on this text is looked for, too. */
    Sightings of(String name, String text) {
        for (Charset charset : CHARSETS) {
            String in = name + " in " + charset.name();
            byte[] bytes = text.getBytes(charset);
            needles.add(in, bytes);
            bytes(in, bytes);
            needles.add(in + ", its beginning", text.substring(0, PIECE).getBytes(charset));
            needles.add(in + ", its end", text.substring(text.length() - PIECE).getBytes(charset));
        }
        text(name + " in lower case", text.toLowerCase(Locale.ROOT));
        text(name + " in upper case", text.toUpperCase(Locale.ROOT));
        text(name + " in a URL", URLEncoder.encode(text, StandardCharsets.UTF_8));
        text(name + " in JSON", json(text));
        text(name + " in ASCII", escaped(text, "\\u%04x", c -> c < 0x80));
        text(name + " in capital ASCII", escaped(text, "\\u%04X", c -> c < 0x80));
        text(name + " in the JSON of Gson", gson(text));
        text(name + " in XML", escaped(text, "&#%d;", c -> "<>&\"'".indexOf(c) < 0));
        for (String between : List.of(",", ", ", "', '")) {
            characters(name, text, between, each -> each);
        }
        characters(name, text, "\",\"", Sightings::json);
        characters(name, text, "\",\"", Sightings::gson);
        return this;
    }

    /** From now on this key is looked for, too. */
    Sightings of(String name, byte[] key) {
        needles.add(name, key);
        bytes(name, key);
        return this;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String gson(String text) {
        return escaped(json(text), "\\u%04x", c -> "<>&='".indexOf(c) < 0);
    }

    private void characters(String name, String text, String between, UnaryOperator<String> as) {
        String all = text.chars().mapToObj(c -> as.apply(Character.toString(c))).collect(Collectors.joining(between));
        text(name + " in characters with " + between, all);
    }

    private void text(String name, String text) {
        needles.add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String name, byte[] bytes) {
        text(name + " in hex", HexFormat.of().formatHex(bytes));
        text(name + " in capital hex", HexFormat.of().withUpperCase().formatHex(bytes));
        for (String between : List.of(",", ", ")) {
            Function<Function<Byte, Integer>, String> numbers = number -> IntStream.range(0, bytes.length)
                    .mapToObj(i -> number.apply(bytes[i]).toString())
                    .collect(Collectors.joining(between));
            text(name + " in numbers with " + between, numbers.apply(Byte::intValue));
            text(name + " in unsigned numbers with " + between, numbers.apply(Byte::toUnsignedInt));
        }
        for (int offset = 0; offset < 3; offset++) {
            text(name + " in base64 at " + offset, inner(Base64.getEncoder(), bytes, offset));
            text(name + " in base64url at " + offset, inner(Base64.getUrlEncoder(), bytes, offset));
        }
    }

    private static String escaped(String text, String escape, Function<Character, Boolean> staysAsItIs) {
        return text.chars()
                .mapToObj(c -> staysAsItIs.apply((char) c) ? Character.toString(c) : String.format(escape, c))
                .collect(Collectors.joining());
    }

    /** What base64 makes of these bytes whatever stands before and behind them, so many bytes into a group of three. */
    private static String inner(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        return encoded.substring(offset == 0 ? 0 : offset + 1, encoded.length() - 1);
    }

    /** What is in this text, and in which form. */
    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    Set<String> in(byte[] bytes) {
        return needles.in(bytes);
    }
}
