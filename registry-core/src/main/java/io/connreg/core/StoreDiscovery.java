package io.connreg.core;

import io.connreg.RegistrySetupException;
import io.connreg.internal.Shown;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.StoreProvider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the one plug-in that takes a URL. */
final class StoreDiscovery {
    private static final Pattern SCHEME = Pattern.compile("(jdbc:)?[A-Za-z][A-Za-z0-9+.-]*:");

    private StoreDiscovery() {}

    static ConnectionStore open(String url) {
        List<StoreProvider> found = PlugIns.find(StoreProvider.class);
        List<StoreProvider> fitting =
                found.stream().filter(provider -> provider.accepts(url)).toList();
        if (fitting.size() != 1) {
            throw new RegistrySetupException(
                    (fitting.isEmpty() ? "no storage plug-in takes " : "several storage plug-ins take ")
                            + withoutSecrets(url) + "; found: "
                            + (fitting.isEmpty() ? found : fitting)
                                    .stream().map(StoreProvider::name).collect(Collectors.joining(", "))
                            + (fitting.isEmpty()
                                    ? "; put the module of the wanted one on the class or module path"
                                    : "; take one away, or pass the store to builder().storage"));
        }
        return fitting.get(0).open(url);
    }

    /** The URL up to its settings. Of one with user info the scheme alone: where a password ends in it is a guess. */
    static String withoutSecrets(String url) {
        Matcher scheme = SCHEME.matcher(url);
        String shown = url.contains("@") ? (scheme.lookingAt() ? scheme.group() : "") + "…" : url.split("[;?#]", 2)[0];
        return "'" + Shown.of(shown) + "'";
    }
}
