package io.connreg.examples;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for a text in the forms it may lie around in: UTF-8, UTF-16, base64. */
final class Sightings {
    /** By what to call it; each byte as a char, so that strings can be searched for it. */
    private final Map<String, String> forms = new TreeMap<>();

    Sightings(String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            byte[] bytes = text.getBytes(charset);
            forms.put(charset.name(), bytesAsChars(bytes));
            for (int offset = 0; offset < 3; offset++) {
                String name = " of " + charset.name() + " at " + offset;
                forms.put("base64" + name, inner(Base64.getEncoder(), bytes, offset));
                forms.put("base64url" + name, inner(Base64.getUrlEncoder(), bytes, offset));
            }
        }
    }

    /** What base64 makes of these bytes whatever stands before and behind them, so many bytes into a group of three. */
    private static String inner(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        return encoded.substring(offset == 0 ? 0 : offset + 1, encoded.length() - 1);
    }

    /** In which forms it is in this text. */
    List<String> in(String text) {
        return inBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In which files of this folder, and forms, it is. */
    List<String> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        List<String> seen = new ArrayList<>();
        for (Path file : files) {
            for (String form : inBytes(Files.readAllBytes(file))) {
                seen.add(file.getFileName() + ": " + form);
            }
        }
        return seen;
    }

    private List<String> inBytes(byte[] bytes) {
        String chars = bytesAsChars(bytes);
        return forms.entrySet().stream()
                .filter(form -> chars.contains(form.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String bytesAsChars(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
