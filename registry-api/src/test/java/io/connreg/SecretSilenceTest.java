package io.connreg;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import io.connreg.spec.RdsSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a host does by accident with a thing that holds a secret, the value stays where it is. */
final class SecretSilenceTest {
    private static final RdsSpec SPEC =
            RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", Canary.secret());

    private static final SimpleModule TIMES = new SimpleModule()
            .addSerializer(Instant.class, ToStringSerializer.instance)
            .addSerializer(OptionalLong.class, ToStringSerializer.instance);

    record Holder(String name, Secret secret) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    static List<Object> holders() {
        Secret secret = Canary.secret();
        return List.of(
                secret,
                new Holder("orders", secret),
                new TreeMap<>(Map.of("password", secret)),
                new Object[] {secret},
                SPEC,
                CustomSpec.empty().secret("password", secret),
                ConnectionSpec.of(new ConnectionType("Unheard"), Map.of(), Map.of("password", secret)),
                CreateConnection.of("orders", SPEC),
                UpdateConnection.of("conn-1").setSecret("password", secret).setConfig("host", "h"),
                new OpenedConnection(SampleView.of("conn-1", SPEC), SPEC));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void noTextFormHasTheValue(Object holder) {
        Canary.isNotIn(holder.toString());
        Canary.isNotIn(List.of(holder) + " " + Integer.toHexString(holder.hashCode()));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void jacksonDoesNotWriteTheValue(Object holder) {
        Canary.isNotIn(refusal(JsonMapper.builder(), holder));
        Canary.isNotIn(refusal(byFields(), holder));
    }

    private static JsonProcessingException refusal(JsonMapper.Builder mapper, Object holder) {
        return assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> mapper.addModule(TIMES).build().writeValueAsString(holder))
                .actual();
    }

    @ParameterizedTest
    @MethodSource("holders")
    void jacksonDoesNotWriteTheValueWhereItForgivesEmptyBeans(Object holder) throws JsonProcessingException {
        for (JsonMapper.Builder mapper : List.of(JsonMapper.builder(), byFields())) {
            Canary.isNotIn(mapper.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .addModule(TIMES)
                    .build()
                    .writeValueAsString(holder));
        }
    }

    private static JsonMapper.Builder byFields() {
        return JsonMapper.builder().visibility(PropertyAccessor.ALL, Visibility.ANY);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void gsonDoesNotWriteTheValue(Object holder) {
        JsonSerializer<Object> byText = (value, type, context) -> new JsonPrimitive(value.toString());
        Gson gson = new GsonBuilder()
                .registerTypeAdapter(Instant.class, byText)
                .registerTypeAdapter(OptionalLong.class, byText)
                .create();

        Canary.isNotIn(gson.toJson(holder));
    }

    @ParameterizedTest
    @MethodSource("holders")
    void javaSerializationRefusesAndHasWrittenNothingOfTheValue(Object holder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            assertThatExceptionOfType(NotSerializableException.class)
                    .isThrownBy(() -> out.writeObject(holder))
                    .satisfies(Canary::isNotIn);
        }
        Canary.isNotIn(bytes.toString(StandardCharsets.ISO_8859_1));
    }
}
