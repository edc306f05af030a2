package io.connreg;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request is not right; all that is wrong with it is in {@link #problems()}, the first of it in the message too. Code
 * {@code INVALID_REQUEST}.
 */
public final class InvalidRequestException extends RegistryException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 50;

    private final String attempt;
    private final Problem[] problems; // an array, so that it is serialized with the exception

    /**
     * @param attempt what was asked for, as {@code create connection 'orders-db'}
     * @param problems at least one
     */
    public InvalidRequestException(String attempt, List<Problem> problems) {
        super("INVALID_REQUEST", message(attempt, problems));
        this.attempt = attempt;
        this.problems = problems.toArray(Problem[]::new);
    }

    private static String message(String attempt, List<Problem> problems) {
        return problems.stream()
                .limit(MOST_SHOWN)
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining(
                        "",
                        "cannot " + attempt + ", " + problems.size()
                                + (problems.size() == 1 ? " problem:" : " problems:"),
                        problems.size() > MOST_SHOWN ? "\n  and " + (problems.size() - MOST_SHOWN) + " more" : ""));
    }

    /** What was asked for, as {@code create connection 'orders-db'}. */
    public String attempt() {
        return attempt;
    }

    /** All problems, in the order of the request's fields; at least one, not changeable. */
    public List<Problem> problems() {
        return List.of(problems);
    }
}
