package io.connreg.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.CreateConnection;
import io.connreg.ModelInfo;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spec.ConnectionSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a CreateConnection call. */
final class CreateReader {
    private CreateReader() {}

    static CreateConnection read(JsonNode body, RequestReader reader) {
        WireObject request = new WireObject("", body, reader.problems());
        reader.throwIfAny();
        Optional<String> name = request.requiredText("ConnectionName");
        Optional<String> type = request.requiredText("ConnectionType");
        Optional<String> workspaceId = request.text("WorkspaceId");
        Optional<Accessibility> accessibility = reader.accessibility(request.text("Accessibility"));
        Optional<String> description = request.text("Description");
        request.require("Configs", "must be given; {} if there are none");
        Map<String, String> configs = request.texts("Configs");
        Map<String, Secret> secrets = reader.secretsToStore(request);
        List<ModelInfo> models = reader.models(request).orElse(List.of());
        ResourceMeta meta = reader.resourceMeta(request);
        reader.close(request);
        reader.throwIfAny();
        ConnectionSpec spec = ConnectionSpec.of(new ConnectionType(type.orElseThrow()), configs, secrets);
        CreateConnection create = CreateConnection.of(name.orElseThrow(), spec)
                .accessibility(accessibility.orElse(Accessibility.PRIVATE))
                .description(description.orElse(""))
                .models(models)
                .resourceMeta(meta);
        return workspaceId.map(create::inWorkspace).orElse(create);
    }
}
