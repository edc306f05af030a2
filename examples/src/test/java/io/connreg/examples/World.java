package io.connreg.examples;

import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.InvalidRequestException;
import io.connreg.KeyId;
import io.connreg.OpenedConnection;
import io.connreg.RegistryException;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One store under two registries, and the words for what happens there. Its connections are known by the order of their
 * creation, so that two worlds can be compared whose ids differ.
 */
final class World implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("conn-[a-z0-9]{18}");
    private static final long NO_CACHE = 0;
    private static final long SOME_CACHE = 1024 * 1024;

    private final String url;
    private final MasterKey masterKey;
    private final Clock clock;
    private final boolean cached;
    private final List<String> ids = new ArrayList<>();
    private ConnectionRegistry first;
    private ConnectionRegistry second;

    /** @param cached whether the first registry caches; it alone writes then */
    World(String url, MasterKey masterKey, Clock clock, boolean cached) {
        this.url = url;
        this.masterKey = masterKey;
        this.clock = clock;
        this.cached = cached;
        this.first = open(cached ? SOME_CACHE : NO_CACHE);
        this.second = isShared() ? open(NO_CACHE) : first;
    }

    private ConnectionRegistry open(long cacheBytes) {
        return Registries.builder()
                .url(url)
                .masterKey(masterKey)
                .clock(clock)
                .cacheBytes(cacheBytes)
                .open();
    }

    private boolean isShared() {
        return url.startsWith("jdbc:");
    }

    Connections reading(Person person, boolean throughSecond) {
        return (throughSecond ? second : first).actingAs(person.caller());
    }

    Connections writing(Person person, boolean throughSecond) {
        return reading(person, throughSecond && !cached);
    }

    /** Opens the store anew: what is only in memory lives on in the registry that is not yet closed. */
    void reopen() {
        if (url.startsWith("jdbc:h2:mem:")) {
            first.close();
            first = open(cached ? SOME_CACHE : NO_CACHE);
            second.close();
            second = open(NO_CACHE);
        } else if (!url.equals("memory:")) {
            close();
            first = open(cached ? SOME_CACHE : NO_CACHE);
            second = isShared() ? open(NO_CACHE) : first;
        }
    }

    /** Remembers a connection as the next one. */
    String created(ConnectionView view) {
        ids.add(view.id());
        return say(view);
    }

    int size() {
        return ids.size();
    }

    /** The id of the connection that was created so many-th, whether it is still there or not; or one of none. */
    String id(int number) {
        if (number == -1) {
            return "conn-\uD83D\uDD11";
        }
        return number < 0 || ids.isEmpty() ? "conn-000000000000000000" : ids.get(number % ids.size());
    }

    /** The revision it is at now; 1 if it is not there. */
    long revision(int number) {
        try {
            return reading(Person.KEEPER, true).get(id(number)).revision();
        } catch (ConnectionNotFoundException e) {
            return 1;
        }
    }

    /** What happened, begun with {@code OK} or the error's code. */
    String say(Supplier<String> happening) {
        try {
            return "OK " + happening.get();
        } catch (InvalidRequestException e) {
            return e.code() + " " + e.problems() + withoutIds(e.toString());
        } catch (RegistryException e) {
            return e.code() + " " + withoutIds(e.toString());
        }
    }

    String say(ConnectionView view) {
        String text = withoutIds(view.toString());
        for (KeyId key : view.keyIds().values()) {
            text = text.replace("=" + key, "=key");
        }
        return text;
    }

    String say(OpenedConnection opened) {
        TreeMap<String, String> secrets = new TreeMap<>();
        opened.spec().secrets().forEach((name, secret) -> secrets.put(name, secret.reveal()));
        return say(opened.view()) + " " + opened.spec() + " " + secrets;
    }

    /** Connections in their order; those of one time, whose ids decide it, in the order of their creation. */
    String say(List<ConnectionView> views) {
        List<String> lines = new ArrayList<>();
        for (int from = 0, to; from < views.size(); from = to) {
            to = from + 1;
            while (to < views.size()
                    && views.get(to).createdAt().equals(views.get(from).createdAt())) {
                to++;
            }
            views.subList(from, to).stream().map(this::say).sorted().forEach(lines::add);
        }
        return String.join("\n", lines);
    }

    /** One page where no two connections have the same time. */
    String say(ConnectionPage page) {
        String views = page.connections().stream().map(this::say).collect(Collectors.joining("\n"));
        return views + " more " + page.nextToken().isPresent() + " total " + page.total();
    }

    private String withoutIds(String text) {
        return ID.matcher(text).replaceAll((MatchResult found) -> "#" + ids.indexOf(found.group()));
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
