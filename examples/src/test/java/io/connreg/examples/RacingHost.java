package io.connreg.examples;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.RegistryException;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.CustomSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A host whose threads all do at once what a line of its input says: {@code open}, {@code create name} or {@code update
 * id revision}. It prints what each thread was told, {@code OK} or the error's code, a line each.
 */
final class RacingHost {
    static final int THREADS = 32;

    private RacingHost() {}

    /** Arguments: store URL, master key file, what its secrets begin with. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        input.readLine();
        try (ConnectionRegistry registry =
                Registries.open(arguments[0], MasterKey.fileOrCreate(Path.of(arguments[1])))) {
            Connections connections = registry.actingAs(Person.ALICE.caller());
            System.out.println("open");
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] words = line.split(" ", -1);
                Threads.each(THREADS, thread -> {
                            String text = arguments[2] + thread;
                            return told(() -> act(connections, words, text));
                        })
                        .forEach(System.out::println);
            }
        }
    }

    private static void act(Connections connections, String[] words, String text) {
        if (words[0].equals("create")) {
            CustomSpec spec = CustomSpec.empty().secret("s", Secret.of(text));
            connections.create(CreateConnection.of(words[1], spec).description(text));
        } else {
            connections.update(UpdateConnection.of(words[1])
                    .ifRevision(Long.parseLong(words[2]))
                    .description(text)
                    .setSecret("s", Secret.of(text)));
        }
    }

    private static String told(Runnable act) {
        try {
            act.run();
            return "OK";
        } catch (RegistryException e) {
            return e.code();
        }
    }
}
