package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlLoginTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:./data;USER=app;PASSWORD=s+%40=t, jdbc:h2:./data, s+%40=t",
        "jdbc:h2:./data;TRACE_LEVEL_FILE=3;password=s;user=app;CIPHER=AES,"
                + " jdbc:h2:./data;TRACE_LEVEL_FILE=3;CIPHER=AES, s",
        "jdbc:postgresql://h/d?user=app&password=s%40+t, jdbc:postgresql://h/d, s@ t",
        "jdbc:postgresql://h/d?ssl=true&user=app&password=s=t&x=?, jdbc:postgresql://h/d?ssl=true&x=?, s=t",
        "jdbc:mariadb://h/d?user=app&password=s%40+t, jdbc:mariadb://h/d, s%40+t",
        "jdbc:mysql://h/d?user=app&password=s-t&useSsl, jdbc:mysql://h/d?useSsl, s-t"
    })
    void theLoginLeavesTheUrl(String url, String address, String password) {
        Properties login = new Properties();
        login.putAll(Map.of("user", "app", "password", password));

        assertThat(UrlLogin.of(url)).isEqualTo(new UrlLogin(address, login));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:registry",
                "jdbc:h2:./data;PASSWORD=s\\;t",
                "jdbc:postgresql://h/d?Password=s",
                "jdbc:postgresql://h/d?password=%4",
                "jdbc:mysql://h/d?password=s%40t",
                "jdbc:postgresql://h/d?user",
                "jdbc:postgresql:d?"
            })
    void whatADriverMightReadOtherwiseStays(String url) {
        assertThat(UrlLogin.of(url)).isEqualTo(new UrlLogin(url, new Properties()));
    }

    /** Of two, one driver takes the last, another none. */
    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://h/d?password=s&password=t", "jdbc:h2:./data;PASSWORD=s;PASSWORD=t"})
    void aSecondOneStays(String url) {
        assertThat(UrlLogin.of(url).address()).endsWith("=t").doesNotContain("=s");
        assertThat(UrlLogin.of(url).login()).containsExactly(Map.entry("password", "s"));
    }
}
