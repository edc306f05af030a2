package io.connreg.probe;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import io.connreg.spec.DashScopeSpec;
import io.connreg.spec.ElasticsearchSpec;
import io.connreg.spec.LindormSpec;
import io.connreg.spec.MilvusSpec;
import io.connreg.spec.OpenLlmSpec;
import io.connreg.spec.OpenSearchSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** What the registry can test itself, if nobody else does. */
public final class BuiltInProbes {
    private BuiltInProbes() {}

    /** One a type. Certificates are checked as the JVM checks them. */
    public static List<ConnectionProbe> all() {
        return trusting(BuiltInProbes::asTheJvmTrusts);
    }

    /** The default as it is now, which a host may have set. */
    private static SSLSocketFactory asTheJvmTrusts() {
        try {
            return SSLContext.getDefault().getSocketFactory();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    static List<ConnectionProbe> trusting(Supplier<SSLSocketFactory> tls) {
        HttpExchange exchange = new HttpExchange(tls);
        return List.of(
                new HttpProbe<>(
                        ConnectionType.DASH_SCOPE,
                        DashScopeSpec.class,
                        spec -> models(spec.baseUrl(), Optional.of(spec.apiKey())),
                        new ModelsAnswer(),
                        exchange),
                new HttpProbe<>(
                        ConnectionType.OPEN_LLM,
                        OpenLlmSpec.class,
                        spec -> models(spec.baseUrl(), spec.apiKey()),
                        new ModelsAnswer(),
                        exchange),
                new HttpProbe<>(
                        ConnectionType.OPEN_SEARCH,
                        OpenSearchSpec.class,
                        spec -> rootPage(spec.uri(), spec.username(), spec.password()),
                        new RootPageAnswer(false),
                        exchange),
                new HttpProbe<>(
                        ConnectionType.LINDORM,
                        LindormSpec.class,
                        spec -> rootPage(spec.uri(), spec.username(), spec.password()),
                        new RootPageAnswer(false),
                        exchange),
                new HttpProbe<>(
                        ConnectionType.ELASTICSEARCH,
                        ElasticsearchSpec.class,
                        spec -> rootPage(spec.uri(), spec.username(), spec.password()),
                        new RootPageAnswer(true),
                        exchange),
                new HttpProbe<>(
                        ConnectionType.MILVUS,
                        MilvusSpec.class,
                        BuiltInProbes::collections,
                        new CollectionsAnswer(),
                        exchange));
    }

    private static HttpRequest models(String baseUrl, Optional<Secret> key) throws ProbeException {
        return HttpRequest.get(HttpTarget.of(baseUrl).plus("/models"), Authorization.bearer(key));
    }

    private static HttpRequest rootPage(String uri, Optional<String> user, Optional<Secret> password)
            throws ProbeException {
        return HttpRequest.get(HttpTarget.of(uri).plus("/"), Authorization.basic(user, password));
    }

    private static HttpRequest collections(MilvusSpec spec) throws ProbeException {
        return HttpRequest.post(
                HttpTarget.of(spec.uri()).plus("/v2/vectordb/collections/list"),
                spec.token().isPresent()
                        ? Authorization.bearer(spec.token())
                        : Authorization.basic(spec.username(), spec.password()),
                CollectionsAnswer.question(spec.database()));
    }
}
