package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostApplicationTest {
    @TempDir
    private Path data;

    @Test
    void doesAllItSaysTwiceOverTheSameData() throws Exception {
        String first = run();
        String second = run();

        assertThat(first).doesNotContain("already there").contains("orders-db", "开源大模型服务连接");
        assertThat(second).contains("already there           orders-db");
        for (String output : new String[] {first, second}) {
            assertThat(output)
                    .contains(
                            "lamp × 2",
                            "NOT_FOUND: there is no connection",
                            "3 problems:",
                            "configs.host:",
                            "configs.port:",
                            "secrets.password:",
                            "1 row changed",
                            "host = evil.example",
                            "password=TAMPERED",
                            "registry.mv.db: the password is not in it")
                    .doesNotContain("IN IT", "about 3306");
            assertThat(output.split("desk × 1", -1)).hasSize(3);
            assertThat(pageOf(output, "alice")).contains("demo-orders", "mcp-tools", "es-products");
            assertThat(pageOf(output, "bob")).contains("es-products").doesNotContain("demo-orders", "mcp-tools");
        }
    }

    private static String pageOf(String output, String who) {
        String page = output.substring(output.indexOf("A page as seen by " + who));
        return page.substring(0, page.indexOf("──"));
    }

    private String run() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new HostApplication(Path.of("requests"), data, out).run();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
