package io.connreg.examples.sweep;

import io.connreg.Accessibility;
import io.connreg.Secret;
import io.connreg.spec.RdsSpec;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes arguments for whatever is to be called: by the parameter's name where the type says too little, by its type, or
 * by taking what the sweep has met of the kind. All secrets are canaries.
 */
final class Arguments {
    private final Examiner examiner;
    private final Map<String, Supplier<Object>> byName = new HashMap<>();
    private final Map<Class<?>, Supplier<Object>> byType = new HashMap<>();

    Arguments(Examiner examiner) {
        this.examiner = examiner;
        byType.put(Secret.class, Canaries::password);
        byType.put(String.class, () -> "orders");
        byType.put(Object.class, () -> "orders");
        byType.put(int.class, () -> 3306);
        byType.put(Integer.class, () -> 3306);
        byType.put(long.class, () -> 1L);
        byType.put(Long.class, () -> 1L);
        byType.put(boolean.class, () -> true);
        byType.put(Boolean.class, () -> true);
        byType.put(Duration.class, () -> Duration.ofSeconds(1));
        byType.put(Instant.class, () -> Instant.EPOCH);
        byType.put(Clock.class, Clock::systemUTC);
        byType.put(OptionalLong.class, () -> OptionalLong.of(1));
        byType.put(
                Supplier.class, () -> (Supplier<String>) () -> UUID.randomUUID().toString());
        byType.put(char[].class, Canaries.PASSWORD::toCharArray);
        byType.put(byte[].class, Canaries::masterKeyBytes);
        byType.put(Class.class, () -> RdsSpec.class);
        byName.put("Accessibility.ofStored.text", () -> Accessibility.PUBLIC.name());
    }

    /** What this parameter of this method of this type is given: {@code Type.method.parameter}. */
    Arguments named(String parameter, Supplier<Object> value) {
        byName.put(parameter, value);
        return this;
    }

    Arguments typed(Class<?> type, Supplier<Object> value) {
        byType.put(type, value);
        return this;
    }

    /** Empty if there is a parameter that nothing is known for. */
    Optional<Object[]> of(Executable called) {
        List<Object> arguments = new ArrayList<>();
        Parameter[] parameters = called.getParameters();
        for (Parameter parameter : parameters) {
            Object value = of(called, parameter);
            if (value == null) {
                return Optional.empty();
            }
            arguments.add(value);
        }
        return Optional.of(arguments.toArray());
    }

    private @Nullable Object of(Executable called, Parameter parameter) {
        Class<?> owner = called.getDeclaringClass();
        String method = owner.getSimpleName() + "." + called.getName() + ".";
        Supplier<Object> named = byName.get(method + parameter.getName());
        if (named != null) {
            return named.get();
        }
        if (owner.isEnum() && called.getName().equals("valueOf")) {
            return ((Enum<?>) owner.getEnumConstants()[0]).name();
        }
        return of(parameter.getParameterizedType());
    }

    private @Nullable Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object collected = collected((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
            if (collected != null) {
                return collected;
            }
            return of(generic.getRawType());
        }
        return type instanceof Class<?> plain ? ofClass(plain) : null;
    }

    private @Nullable Object collected(Class<?> type, Type[] of) {
        Object first = of(of[0]);
        if (first == null) {
            return null;
        }
        if (type == List.class || type == Set.class) {
            return type == List.class ? List.of(first) : Set.of(first);
        }
        if (type == Optional.class) {
            return Optional.of(first);
        }
        if (type == Map.class || type == SortedMap.class) {
            Object value = of(of[1]);
            return value == null ? null : new TreeMap<>(Map.of(first, value));
        }
        return null;
    }

    private @Nullable Object ofClass(Class<?> type) {
        Supplier<Object> known = byType.get(type);
        if (known != null) {
            return known.get();
        }
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        List<Object> met = examiner.met(type);
        return met.isEmpty() ? null : met.get(0);
    }

    private @Nullable Object array(Class<?> of) {
        Object element = ofClass(of);
        if (element == null) {
            return null;
        }
        Object array = java.lang.reflect.Array.newInstance(of, 1);
        java.lang.reflect.Array.set(array, 0, element);
        return array;
    }
}
