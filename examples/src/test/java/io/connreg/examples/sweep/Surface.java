package io.connreg.examples.sweep;

import io.connreg.jdbc.ProbeSockets;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a host can call: the public constructors and methods of the public types of the packages that the library's
 * modules export; and which of it has returned so far. A new one is missing here until something calls it. Thread-safe.
 */
final class Surface {
    /** What JDK types give to all, and what is made for tests. */
    private static final Set<String> NOT_PUBLISHED = Set.of("io.connreg.servers", "io.connreg.testkit");

    /**
     * Public for drivers, which make it by its name: outside of a test of a connection it gives nothing, and within one the
     * driver calls it where nobody sees it.
     */
    private static final Set<Class<?>> OF_DRIVERS = Set.of(ProbeSockets.class);

    private final Set<Class<?>> types;
    private final Map<String, Executable> all = new LinkedHashMap<>();
    private final Set<String> returned = new TreeSet<>();

    private Surface(Set<Class<?>> types) {
        this.types = types;
        for (Class<?> type : types) {
            Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getMethods()))
                    .filter(each -> isOurs(each.getDeclaringClass()) && !isBridgeToSibling(type, each))
                    .forEach(each -> all.put(key(type, each), each));
        }
    }

    static Surface ofAllModules() {
        Path[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toArray(Path[]::new);
        Set<Class<?>> types = Stream.of(path)
                .flatMap(entry -> modules(entry).stream())
                .filter(module -> isOurs(module.descriptor().name()))
                .flatMap(Surface::exportedTypes)
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()))));
        return new Surface(types);
    }

    /** Most of what is on a class path is no module, and need not be one. */
    private static Set<ModuleReference> modules(Path entry) {
        boolean ours =
                Files.isDirectory(entry) || entry.getFileName().toString().startsWith("registry-");
        return ours ? ModuleFinder.of(entry).findAll() : Set.of();
    }

    private static boolean isOurs(String module) {
        return module.startsWith("io.connreg.") && !NOT_PUBLISHED.contains(module);
    }

    private static Stream<Class<?>> exportedTypes(ModuleReference module) {
        Set<String> packages = module.descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(Exports::source)
                .collect(Collectors.toSet());
        try (ModuleReader reader = module.open()) {
            List<Class<?>> types = reader.list()
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))
                    .<Class<?>>map(Surface::load)
                    .filter(type -> isPublic(type) && !OF_DRIVERS.contains(type))
                    .toList();
            return types.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Surface.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in a hidden type is public in name alone. */
    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.connreg.");
    }

    /** As {@code compareTo(Object)} beside {@code compareTo(KeyId)}. */
    private static boolean isBridgeToSibling(Class<?> type, Executable method) {
        return method instanceof Method bridge
                && bridge.isBridge()
                && Stream.of(type.getMethods())
                        .anyMatch(other -> !other.isBridge()
                                && other.getName().equals(bridge.getName())
                                && other.getParameterCount() == bridge.getParameterCount());
    }

    private static String key(Class<?> type, Executable each) {
        String name = each instanceof Method ? "." + each.getName() : "";
        return type.getName()
                + name
                + Stream.of(each.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    Set<Class<?>> types() {
        return types;
    }

    int size() {
        return all.size();
    }

    /** The most derived public type that this is one of. */
    boolean has(Class<?> type) {
        return types.contains(type);
    }

    /** Takes note of a call that did what it is for; it counts for all types that declare what was called. */
    synchronized void returned(Class<?> receiver, Executable call) {
        types.stream()
                .filter(type -> type.isAssignableFrom(receiver))
                .map(type -> key(type, call))
                .filter(all::containsKey)
                .forEach(returned::add);
    }

    /** What has not returned yet, by name. */
    synchronized Map<String, Executable> missing() {
        Map<String, Executable> missing = new LinkedHashMap<>(all);
        missing.keySet().removeAll(returned);
        return missing;
    }
}
