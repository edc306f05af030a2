package io.connreg.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.OpenedConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads from memory, of connections with one secret, in shuffled order; and the same with Caffeine and the JDK alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CachedReads {
    /** {@code memory:}, whose rows stay in the cache, or a database, whose rows are read anew after a second. */
    @Param({"memory:", "jdbc:h2:mem:cached"})
    public String url = "";

    private final List<String> ids = new ArrayList<>();
    private int next;
    private @Nullable ConnectionRegistry registry;
    private @Nullable Connections connections;
    private @Nullable Cache<String, ConnectionView> views;
    private @Nullable RawSecrets secrets;

    @Setup(Level.Trial)
    public void open() throws Exception {
        boolean kept = url.equals("memory:");
        registry = Registries.builder()
                .url(url)
                .masterKey(MasterKey.line(MasterKey.generate()))
                .cacheBytes(1L << 30)
                .open();
        connections = registry.actingAs(Samples.administrator());
        secrets = new RawSecrets();
        Caffeine<Object, Object> settings = Caffeine.newBuilder().maximumSize(1_000_000);
        views = (kept ? settings : settings.expireAfterWrite(Duration.ofHours(1))).build();
        // So few of a database that reading them anew each second is no part of what is measured.
        for (int i = 0; i < (kept ? 10_000 : 100); i++) {
            ConnectionView view = connections.create(Samples.withOneSecret("cached-" + i));
            ids.add(view.id());
            views.put(view.id(), view);
        }
        secrets.sealAll(ids);
        Collections.shuffle(ids, new Random(1));
    }

    @TearDown(Level.Trial)
    public void close() {
        Objects.requireNonNull(registry).close();
    }

    private String id() {
        next = next + 1 == ids.size() ? 0 : next + 1;
        return ids.get(next);
    }

    @Benchmark
    public ConnectionView get() {
        return Objects.requireNonNull(connections).get(id());
    }

    @Benchmark
    public ConnectionView caffeine() {
        return Objects.requireNonNull(Objects.requireNonNull(views).getIfPresent(id()));
    }

    @Benchmark
    public OpenedConnection openOneSecret() {
        try (OpenedConnection opened = Objects.requireNonNull(connections).open(id())) {
            return opened;
        }
    }

    /** Of as many bytes, bound to as many. */
    @Benchmark
    public byte[] caffeineAndCipher() throws Exception {
        return Objects.requireNonNull(secrets).open(id());
    }
}
