package io.connreg.examples.sweep;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms that a thing takes where a host prints it, puts it into JSON or serializes it, without a thought. A mapper
 * that refuses gives its refusal.
 */
final class Forms {
    private static final JsonMapper BY_GETTERS = jackson(JsonMapper.builder());
    private static final JsonMapper BY_FIELDS =
            jackson(JsonMapper.builder().visibility(PropertyAccessor.ALL, Visibility.ANY));
    private static final Gson GSON = new GsonBuilder()
            .setExclusionStrategies(new FieldsOfTheJdk())
            .registerTypeAdapterFactory(new TextOfTheJdk())
            .serializeSpecialFloatingPointValues()
            .create();

    private Forms() {}

    /** A value of the JDK whose inside mappers may not look at: it has its text form in JSON. */
    private static boolean isPlain(Class<?> type) {
        return type.getName().startsWith("java.")
                && type != String.class
                && type != Object.class
                && !Number.class.isAssignableFrom(type)
                && type != Boolean.class
                && !Collection.class.isAssignableFrom(type)
                && !Map.class.isAssignableFrom(type);
    }

    private static JsonMapper jackson(JsonMapper.Builder builder) {
        SimpleModule plain = new SimpleModule();
        plain.setSerializers(new PlainText());
        return builder.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(plain)
                .build();
    }

    private static final class PlainText extends SimpleSerializers {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> findSerializer(SerializationConfig config, JavaType type, BeanDescription bean) {
            return isPlain(type.getRawClass()) ? ToStringSerializer.instance : super.findSerializer(config, type, bean);
        }
    }

    private static final class FieldsOfTheJdk implements ExclusionStrategy {
        @Override
        public boolean shouldSkipField(FieldAttributes field) {
            return field.getDeclaringClass().getName().startsWith("java.");
        }

        @Override
        public boolean shouldSkipClass(Class<?> type) {
            return false;
        }
    }

    private static final class TextOfTheJdk implements TypeAdapterFactory {
        @Override
        public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            return isPlain(type.getRawType()) ? new AsText<>() : null;
        }
    }

    private static final class AsText<T> extends TypeAdapter<T> {
        @Override
        public void write(JsonWriter out, @Nullable T value) throws IOException {
            out.value(value == null ? null : value.toString());
        }

        @Override
        public T read(JsonReader in) {
            throw new UnsupportedOperationException();
        }
    }

    /** By what the form is called. */
    static Map<String, byte[]> of(Object thing) {
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("text form", utf8(String.valueOf(thing)));
        forms.put("Jackson by getters", utf8(json(BY_GETTERS, thing)));
        forms.put("Jackson by fields", utf8(json(BY_FIELDS, thing)));
        forms.put("Gson", utf8(gson(thing, thing.getClass())));
        forms.put("Java serialization", serialized(thing));
        if (thing instanceof Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            forms.put("stack trace", utf8(trace.toString()));
        }
        return forms;
    }

    private static String json(JsonMapper mapper, Object thing) {
        try {
            return mapper.writeValueAsString(thing);
        } catch (JsonProcessingException e) {
            return e.toString();
        }
    }

    private static String gson(Object thing, Type type) {
        try {
            return GSON.toJson(thing, type);
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static byte[] serialized(Object thing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        } catch (NotSerializableException e) {
            bytes.writeBytes(utf8(e.toString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
