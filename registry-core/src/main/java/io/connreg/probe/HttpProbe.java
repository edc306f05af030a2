package io.connreg.probe;

import io.connreg.ConnectionType;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.util.Optional;

/** Tests connections of one type by one request. */
final class HttpProbe<S extends ConnectionSpec> implements ConnectionProbe {
    private final ConnectionType type;
    private final Class<S> leaf;
    private final Question<S> question;
    private final Answer answer;
    private final HttpExchange exchange;

    /** What is asked of a service. */
    interface Question<S> {
        HttpRequest of(S spec) throws ProbeException;
    }

    HttpProbe(ConnectionType type, Class<S> leaf, Question<S> question, Answer answer, HttpExchange exchange) {
        this.type = type;
        this.leaf = leaf;
        this.question = question;
        this.answer = answer;
        this.exchange = exchange;
    }

    @Override
    public boolean accepts(ConnectionType candidate) {
        return candidate.equals(type);
    }

    @Override
    public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) throws ProbeException {
        return exchange.run(question.of(leaf.cast(spec)), answer, run);
    }
}
