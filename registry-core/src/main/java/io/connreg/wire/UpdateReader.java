package io.connreg.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.ModelInfo;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of an UpdateConnection call. What it leaves out stays, in the two maps key by key. */
final class UpdateReader {
    private UpdateReader() {}

    static UpdateConnection read(String id, JsonNode body, RequestReader reader) {
        WireObject request = new WireObject("", body, reader.problems());
        Optional<String> description = request.text("Description");
        Map<String, String> configs = request.texts("Configs");
        Map<String, Secret> secrets = reader.secretsToStore(request);
        Optional<List<ModelInfo>> models = reader.models(request);
        reader.close(request);
        reader.throwIfAny();
        UpdateConnection update = setting(id, configs, secrets);
        update = description.map(update::description).orElse(update);
        return models.map(update::models).orElse(update);
    }

    /** An update that sets these configs and secrets and leaves the others. */
    static UpdateConnection setting(String id, Map<String, String> configs, Map<String, Secret> secrets) {
        UpdateConnection update = UpdateConnection.of(id);
        for (Map.Entry<String, String> config : configs.entrySet()) {
            update = update.setConfig(config.getKey(), config.getValue());
        }
        for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
            update = update.setSecret(secret.getKey(), secret.getValue());
        }
        return update;
    }
}
