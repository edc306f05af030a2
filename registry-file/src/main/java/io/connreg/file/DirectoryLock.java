package io.connreg.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One opener a directory, in this process and in all others. This process's are known by a table, and the file is not
 * touched for them: to close a file gives up all locks that the process has on it.
 */
final class DirectoryLock {
    private static final int LONGEST_HOLDER = 1_000;
    private static final Map<Path, String> HERE = new ConcurrentHashMap<>();
    /** Of a lock that another class loader of this process has; never closed, since that would give up its lock. */
    private static final List<FileChannel> LEFT_OPEN = Collections.synchronizedList(new ArrayList<>());

    private final Path directory;
    private final Path file;
    private @Nullable Path key;
    private @Nullable FileChannel channel;

    DirectoryLock(Path directory, Path file) {
        this.directory = directory;
        this.file = file;
    }

    /** Empty if it was taken; else who has it. */
    Optional<String> take(String holder, FileAttribute<?>[] attributes) throws IOException {
        Path real = directory.toRealPath();
        String here = HERE.putIfAbsent(real, holder);
        if (here != null) {
            return Optional.of(here);
        }
        try {
            return takeFromOthers(holder, attributes);
        } finally {
            if (channel == null) {
                HERE.remove(real);
            } else {
                key = real;
            }
        }
    }

    void release() throws IOException {
        try (FileChannel closing = channel) {
            if (closing != null) {
                closing.truncate(0);
            }
        } finally {
            if (key != null) {
                HERE.remove(key);
            }
        }
    }

    private Optional<String> takeFromOthers(String holder, FileAttribute<?>[] attributes) throws IOException {
        FileChannel opened = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                attributes);
        try {
            if (opened.tryLock() != null) {
                opened.truncate(0);
                opened.write(ByteBuffer.wrap((holder + "\n").getBytes(UTF_8)), 0);
                channel = opened;
                return Optional.empty();
            }
            return Optional.of(written(opened));
        } catch (OverlappingFileLockException e) {
            LEFT_OPEN.add(opened);
            return Optional.of(written(opened));
        } finally {
            if (channel != opened && !LEFT_OPEN.contains(opened)) {
                opened.close();
            }
        }
    }

    private static String written(FileChannel opened) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_HOLDER);
        opened.read(text, 0);
        return UTF_8.decode(text.flip()).toString().strip();
    }
}
