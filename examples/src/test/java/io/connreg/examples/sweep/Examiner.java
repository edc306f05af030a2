package io.connreg.examples.sweep;

import io.connreg.Secret;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through whatever it is shown: all forms of it, all that its public methods without parameters give, and so on,
 * inwards. Keeps some of what it has met. Thread-safe.
 */
final class Examiner {
    private static final int DEEPEST = 8;
    private static final int KEPT = 4;
    /** The doors to plain text, which the sweep opens where it expects it; and what would end what others still use. */
    private static final Set<String> NOT_BY_THE_WAY = Set.of("reveal", "close", "wipe");

    /** {@code Secret.reveal()}: what it gives is what was asked for. Architecture tests hold the list of who asks. */
    static boolean isDoor(Executable called) {
        return called.getDeclaringClass() == Secret.class && called.getName().equals("reveal");
    }

    private final Surface surface;
    private final Findings findings;
    private final Map<Class<?>, Deque<Object>> met = new HashMap<>();
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    Examiner(Surface surface, Findings findings) {
        this.surface = surface;
        this.findings = findings;
    }

    synchronized void examine(String where, @Nullable Object thing) {
        examine(where, thing, 0);
    }

    private void examine(String where, @Nullable Object thing, int depth) {
        if (thing == null || depth > DEEPEST || Proxy.isProxyClass(thing.getClass()) || Talkers.isTalk(thing)) {
            return;
        }
        if (thing instanceof String text) {
            findings.look(where, text);
        } else if (thing instanceof byte[] bytes) {
            findings.look(where, bytes);
        } else if (thing instanceof Optional<?> maybe) {
            maybe.ifPresent(value -> examine(where, value, depth));
        } else if (thing instanceof Iterable<?> values) {
            values.forEach(value -> examine(where, value, depth));
        } else if (thing instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> {
                examine(where, key, depth);
                examine(where, value, depth);
            });
        } else if (thing instanceof Object[] values) {
            Stream.of(values).forEach(value -> examine(where, value, depth));
        } else {
            examineOne(where, thing, depth);
        }
    }

    private void examineOne(String where, Object thing, int depth) {
        Class<?> type = thing instanceof Enum<?> constant ? constant.getDeclaringClass() : thing.getClass();
        // What cannot change says the same whenever it is asked.
        if ((type.isRecord() || type.isEnum()) && !known.add(thing)) {
            return;
        }
        if (surface.has(type)) {
            keep(type, thing);
            forms(where, thing);
            goInto(where, type, thing, depth);
        } else {
            findings.look(where + ", text form of " + type.getSimpleName(), thing.toString());
        }
        if (thing instanceof Throwable thrown) {
            examine(where + ", cause", thrown.getCause(), depth + 1);
            examine(where + ", suppressed", thrown.getSuppressed(), depth + 1);
        }
    }

    /** Looks at what it looks like from outside. */
    void forms(String where, Object thing) {
        Forms.of(thing).forEach((form, bytes) -> {
            findings.count("forms", 1);
            findings.look(where + ", " + form + " of " + thing.getClass().getSimpleName(), bytes);
        });
    }

    private void keep(Class<?> type, Object thing) {
        Deque<Object> some = met.computeIfAbsent(type, unknown -> new ArrayDeque<>());
        if (some.stream().noneMatch(known -> known == thing)) {
            some.addFirst(thing);
            if (some.size() > KEPT) {
                some.removeLast();
            }
        }
    }

    private void goInto(String where, Class<?> type, Object thing, int depth) {
        for (Method method : type.getMethods()) {
            if (isGetter(method)) {
                Object got = get(method, type, thing);
                // What gives its own kind again would do so without end.
                if (got == null || got.getClass() != type) {
                    examine(where + " > " + type.getSimpleName() + "." + method.getName(), got, depth + 1);
                }
            }
        }
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass().getName().startsWith("io.connreg.")
                && !NOT_BY_THE_WAY.contains(method.getName());
    }

    private @Nullable Object get(Method method, Class<?> type, Object thing) {
        try {
            method.setAccessible(true);
            Object got = method.invoke(thing);
            surface.returned(type, method);
            return got;
        } catch (InvocationTargetException e) {
            // A spec without a key that it asks for says so.
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some of what it has met of this kind, the newest first. */
    synchronized List<Object> met(Class<?> type) {
        List<Object> all = new ArrayList<>();
        met.forEach((known, some) -> {
            if (type.isAssignableFrom(known)) {
                all.addAll(some);
            }
        });
        return all;
    }

    /** Whether there can be things of this type, and it has met none. */
    synchronized boolean lacks(Class<?> type) {
        boolean ofThings = !Modifier.isAbstract(type.getModifiers())
                && (type.getConstructors().length > 0
                        || Stream.of(type.getMethods())
                                .anyMatch(each ->
                                        each.getDeclaringClass() == type && !Modifier.isStatic(each.getModifiers())));
        return ofThings && !met.containsKey(type);
    }

    /** Those of an enum's constants that it has not met. */
    synchronized List<Enum<?>> notMet(Class<? extends Enum<?>> type) {
        return Stream.<Enum<?>>of(type.getEnumConstants())
                .filter(constant -> !known.contains(constant))
                .toList();
    }
}
