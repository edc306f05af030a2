package io.connreg.examples.sweep;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls all of the surface that no deed has called: factories, withers, constructors, each with made arguments, on what
 * the sweep has met. What an interface declares is not called so: a host or the library must have done it.
 */
final class Rest {
    /** What one round gives, the next one needs. */
    private static final int ROUNDS = 4;

    private static final List<String> LAST = List.of("close", "wipe");

    private final Surface surface;
    private final Examiner examiner;
    private final Witness witness;
    private final Arguments arguments;
    private final Map<String, String> failures = new TreeMap<>();

    Rest(Surface surface, Examiner examiner, Witness witness, Arguments arguments) {
        this.surface = surface;
        this.examiner = examiner;
        this.witness = witness;
        this.arguments = arguments;
    }

    /** Whatever has not returned even so, by name, and why. */
    Map<String, String> call() {
        surface.types().forEach(this::constants);
        for (int round = 0; round < ROUNDS; round++) {
            failures.clear();
            call(called -> !LAST.contains(called.getName()));
        }
        call(called -> LAST.contains(called.getName()));
        Map<String, String> left = new TreeMap<>();
        surface.missing().keySet().forEach(name -> left.put(name, failures.getOrDefault(name, "nothing called it")));
        return left;
    }

    private void constants(Class<?> type) {
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                try {
                    witness.met("constant " + field.getName(), field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void call(Predicate<Executable> which) {
        surface.missing().forEach((name, called) -> {
            if (which.test(called)) {
                call(name, called);
            }
        });
    }

    private void call(String name, Executable called) {
        Class<?> owner = owner(name);
        if (called instanceof Method method && Modifier.isAbstract(method.getModifiers()) && owner.isInterface()) {
            return;
        }
        for (@Nullable Object receiver : receivers(owner, called)) {
            if (surface.missing().containsKey(name)) {
                call(name, receiver, called);
            }
        }
    }

    private Class<?> owner(String name) {
        return surface.types().stream()
                .filter(type -> name.startsWith(type.getName() + ".") || name.startsWith(type.getName() + "("))
                .findFirst()
                .orElseThrow();
    }

    /** Null alone for what needs none. */
    private List<? extends @Nullable Object> receivers(Class<?> owner, Executable called) {
        boolean needsNone = !(called instanceof Method) || Modifier.isStatic(called.getModifiers());
        return needsNone ? Collections.singletonList(null) : examiner.met(owner);
    }

    private void call(String name, @Nullable Object receiver, Executable called) {
        Object[] made = arguments.of(called).orElse(null);
        if (made == null) {
            failures.put(name, "no argument of one of " + Arrays.toString(called.getGenericParameterTypes()));
            return;
        }
        try {
            witness.call(name, receiver, called, made);
        } catch (Throwable e) {
            failures.put(name, e.toString());
        }
    }
}
