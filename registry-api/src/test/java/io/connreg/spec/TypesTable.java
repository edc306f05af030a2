package io.connreg.spec;

import io.connreg.spec.KeySchema.Form;
import io.connreg.spec.KeySchema.Need;
import io.connreg.spec.KeySchema.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table of documented types as the documentation shows it: one row a key, and the forms below. */
final class TypesTable {
    private TypesTable() {}

    static String render() {
        List<String> rows = new ArrayList<>();
        rows.add(row("Type", "Spec", "Key", "Kept as", "Needed", "Form", "A change is", "Login with"));
        rows.add("|" + " --- |".repeat(8));
        TypeSchema.documented().forEach(schema -> rows.addAll(rows(schema)));
        rows.add("");
        rows.add("Forms:");
        for (Form form : Form.values()) {
            rows.add("- " + code(nameOf(form)) + " " + form.rule());
        }
        return String.join("\n", rows);
    }

    private static List<String> rows(TypeSchema schema) {
        String type = code(schema.type().value());
        String spec = code(
                ConnectionSpec.of(schema.type(), Map.of(), Map.of()).getClass().getSimpleName());
        if (schema.keys().isEmpty()) {
            return List.of(
                    row(type, spec, "any", "config or secret", "optional", code(nameOf(Form.ANY)), "destination", ""));
        }
        return schema.keys().stream().map(key -> row(type, spec, key)).toList();
    }

    private static String row(String type, String spec, KeySchema key) {
        return row(
                type,
                spec,
                code(key.name()),
                key.place() == Place.CONFIG ? "config" : "secret",
                key.need() == Need.REQUIRED ? "required" : "optional",
                code(nameOf(key.form())),
                nameOf(key.effect()),
                key.partner() == null ? "" : code(key.partner()));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
