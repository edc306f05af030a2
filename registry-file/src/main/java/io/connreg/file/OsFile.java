package io.connreg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file of the operating system's. An interrupt closes a channel under all its users; so reads have a channel of their
 * own, which is opened again, and are done in spite of it. Whoever came interrupted leaves so.
 */
final class OsFile implements DiskFile {
    /** Java keeps memory outside the heap for each thread, as much as its largest operation took. */
    private static final int LARGEST_READ = 256 << 10;

    private static final int LARGEST_WRITE = 8 << 20;

    private final Path path;
    private final ReentrantLock opening = new ReentrantLock();
    private @Nullable FileChannel writing;
    private volatile @Nullable FileChannel reading;
    private volatile boolean closed;

    private OsFile(Path path) {
        this.path = path;
    }

    static OsFile create(Path path, FileAttribute<?>[] attributes) throws IOException {
        OsFile file = new OsFile(path);
        file.writing =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
        return file;
    }

    static OsFile open(Path path) throws IOException {
        OsFile file = new OsFile(path);
        file.reading = file.channel(StandardOpenOption.READ);
        return file;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        boolean interrupted = Thread.interrupted();
        int begin = into.position();
        int end = into.limit();
        try {
            while (into.position() < end) {
                FileChannel channel = reading();
                into.limit(Math.min(end, into.position() + LARGEST_READ));
                try {
                    if (channel.read(into, at + into.position() - begin) < 0) {
                        break;
                    }
                } catch (ClosedChannelException e) {
                    if (closed) {
                        throw e;
                    }
                    interrupted |= Thread.interrupted();
                }
            }
            return into.position() - begin;
        } finally {
            into.limit(end);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void write(ByteBuffer from, long at) throws IOException {
        int end = from.limit();
        for (long next = at; from.position() < end; ) {
            from.limit(Math.min(end, from.position() + LARGEST_WRITE));
            next += writing().write(from, next);
        }
    }

    @Override
    public long size() throws IOException {
        return (writing == null ? reading() : writing).size();
    }

    @Override
    public void truncate(long size) throws IOException {
        writing().truncate(size);
    }

    @Override
    public void force(boolean metadata) throws IOException {
        writing().force(metadata);
    }

    @Override
    public void close() throws IOException {
        opening.lock();
        try {
            closed = true;
            close(reading);
        } finally {
            opening.unlock();
            close(writing);
        }
    }

    private static void close(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private FileChannel writing() throws IOException {
        FileChannel channel = writing;
        if (channel == null) {
            channel = channel(StandardOpenOption.WRITE);
            writing = channel;
        }
        return channel;
    }

    private FileChannel reading() throws IOException {
        FileChannel channel = reading;
        return channel != null && channel.isOpen() ? channel : reopened();
    }

    private FileChannel reopened() throws IOException {
        opening.lock();
        try {
            FileChannel channel = reading;
            if (closed) {
                throw new ClosedChannelException();
            }
            if (channel == null || !channel.isOpen()) {
                channel = channel(StandardOpenOption.READ);
                reading = channel;
            }
            return channel;
        } finally {
            opening.unlock();
        }
    }

    private FileChannel channel(StandardOpenOption use) throws IOException {
        return FileChannel.open(path, use, LinkOption.NOFOLLOW_LINKS);
    }
}
