package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RegistryExceptionTest {
    private static final Problem PORT = new Problem("configs.port", Problem.MALFORMED, "must be a port");

    /** Hosts compare codes: a changed one is a broken host. */
    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of(new InvalidRequestException("create", List.of(PORT)), "INVALID_REQUEST"),
                Arguments.of(new NotPermittedException("m"), "NOT_PERMITTED"),
                Arguments.of(new ConnectionNotFoundException("m"), "NOT_FOUND"),
                Arguments.of(new NameTakenException("m"), "NAME_TAKEN"),
                Arguments.of(new RevisionMismatchException("m"), "REVISION_MISMATCH"),
                Arguments.of(
                        new SecretUnreadableException("open", Map.of("p", SecretUnreadableException.Reason.CORRUPT)),
                        "SECRET_UNREADABLE"),
                Arguments.of(
                        new UnreadableConnectionException(UnreadableConnectionException.Reason.DAMAGED, "m"),
                        "CONNECTION_UNREADABLE"),
                Arguments.of(
                        new KeyUnavailableException(KeyUnavailableException.Reason.KEYS_LOST, "m"), "KEY_UNAVAILABLE"),
                Arguments.of(new KeyInUseException("m", List.of("conn-1")), "KEY_IN_USE"),
                Arguments.of(new StorageException("m"), "STORAGE"),
                Arguments.of(new RegistrySetupException("m"), "SETUP"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasItsCode(RegistryException exception, String code) {
        assertThat(exception.code()).isEqualTo(code);
    }

    @Test
    void theTableOfCodesIsCompleteAndNoCodeIsUsedTwice() {
        assertThat(codes().<Class<?>>map(
                                row -> Objects.requireNonNull(row.get()[0]).getClass()))
                .containsExactlyInAnyOrder(RegistryException.class.getPermittedSubclasses());
        assertThat(codes().map(row -> row.get()[1])).doesNotHaveDuplicates();
    }

    @Test
    void theFamilyIsClosedAndItsLeavesAreFinal() {
        assertThat(RegistryException.class.getPermittedSubclasses())
                .allSatisfy(leaf -> assertThat(leaf).isFinal());
    }

    @Test
    void theCodesOfProblemsAreWhatTheyWere() {
        assertThat(List.of(
                        Problem.REQUIRED,
                        Problem.MALFORMED,
                        Problem.TOO_LARGE,
                        Problem.HALF_LOGIN,
                        Problem.UNKNOWN_FIELD,
                        Problem.FOREIGN_TOKEN))
                .containsExactly("REQUIRED", "MALFORMED", "TOO_LARGE", "HALF_LOGIN", "UNKNOWN_FIELD", "FOREIGN_TOKEN");
    }

    @Test
    void anInvalidRequestTellsAllItsProblems() {
        Problem name = new Problem("name", Problem.REQUIRED, "must not be blank");

        assertThat(new InvalidRequestException("create connection 'x'", List.of(name, PORT)))
                .hasMessage("cannot create connection 'x', 2 problems:\n  name: must not be blank [REQUIRED]\n"
                        + "  configs.port: must be a port [MALFORMED]")
                .extracting(InvalidRequestException::problems)
                .isEqualTo(List.of(name, PORT));
    }

    @Test
    void aMessageStaysReadableHoweverManyProblemsThereAre() {
        InvalidRequestException many = new InvalidRequestException("read", Collections.nCopies(1_000, PORT));

        assertThat(many).message().hasLineCount(52).endsWith("\n  and 950 more");
        assertThat(many.problems()).hasSize(1_000);
    }

    @Test
    void aProblemIsOneShortLineWhateverIsInItsPath() {
        String path = "Configs.a\r\nERROR forged\u2028\u0085" + "k".repeat(10_000) + "\uD83D";

        assertThat(new Problem(path, Problem.MALFORMED, "must be a text").toString())
                .startsWith("Configs.a??ERROR forged??kkk")
                .endsWith("…: must be a text [MALFORMED]")
                .hasSizeLessThan(300);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void survivesSerialization(RegistryException exception, String code) throws Exception {
        RegistryException copy = copied(exception);

        assertThat(copy).hasSameClassAs(exception).hasMessage(exception.getMessage());
        assertThat(copy.code()).isEqualTo(code);
        if (exception instanceof InvalidRequestException invalid && copy instanceof InvalidRequestException other) {
            assertThat(other.problems()).isEqualTo(invalid.problems());
        }
        if (exception instanceof SecretUnreadableException bad && copy instanceof SecretUnreadableException other) {
            assertThat(other.reasons()).isEqualTo(bad.reasons());
        }
        if (exception instanceof KeyInUseException used && copy instanceof KeyInUseException other) {
            assertThat(other.connections()).isEqualTo(used.connections());
        }
        if (exception instanceof UnreadableConnectionException bad
                && copy instanceof UnreadableConnectionException other) {
            assertThat(other.reason()).isEqualTo(bad.reason());
        }
    }

    private static RegistryException copied(RegistryException exception) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RegistryException) in.readObject();
        }
    }
}
