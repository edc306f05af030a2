package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Pages of the documentation with Java in them. */
final class JavaPage {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private JavaPage() {}

    /** The page's blocks of Java, in their order. */
    static List<String> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("..").resolve(page)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** Compiles a class of this name into the folder, as a host's with all of the registry on its class path. */
    static void compile(String name, String program, Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), program);
        String classPath = System.getProperty("java.class.path");
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, complaints, "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(compiled).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    }
}
