package io.connreg.core;

import io.connreg.RegistrySetupException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds plug-ins on the class and module path. */
final class PlugIns {
    private PlugIns() {}

    /**
     * Those that the host's class loader sees, then those that the library's own does; each class once.
     *
     * @throws RegistrySetupException if one is declared wrongly
     */
    static <P> List<P> find(Class<P> service) {
        Map<Class<?>, P> byClass = new LinkedHashMap<>();
        collect(service, Thread.currentThread().getContextClassLoader(), byClass);
        collect(service, PlugIns.class.getClassLoader(), byClass);
        return List.copyOf(byClass.values());
    }

    private static <P> void collect(Class<P> service, @Nullable ClassLoader loader, Map<Class<?>, P> byClass) {
        try {
            ServiceLoader.load(service, loader).stream()
                    .forEach(found -> byClass.computeIfAbsent(found.type(), type -> found.get()));
        } catch (ServiceConfigurationError e) {
            throw new RegistrySetupException("a plug-in is declared wrongly on the class or module path: a "
                    + service.getSimpleName() + ": " + e.getMessage());
        }
    }
}
