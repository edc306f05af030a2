package io.connreg.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A directory of the operating system's. Where there are no POSIX permissions, files have those of their directory. */
final class OsDisk implements Disk {
    private final Path directory;
    private final boolean posix;
    private @Nullable DirectoryLock lock;

    OsDisk(Path directory) {
        this.directory = directory;
        this.posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String shown() {
        return directory.toAbsolutePath().normalize().toString();
    }

    @Override
    public void make() throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        Path at = directory.toAbsolutePath();
        while (at != null && !Files.exists(at, NOFOLLOW_LINKS)) {
            missing.push(at);
            at = at.getParent();
        }
        if (missing.isEmpty() && !Files.isDirectory(directory, NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(shown());
        }
        for (Path made : missing) {
            Files.createDirectory(made, ownerOnly("rwx------"));
            Path above = made.getParent();
            if (above != null) {
                force(above);
            }
        }
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean isPlainFile(String name) {
        return Files.isRegularFile(directory.resolve(name), NOFOLLOW_LINKS);
    }

    @Override
    public DiskFile create(String name) throws IOException {
        return OsFile.create(directory.resolve(name), ownerOnly("rw-------"));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return OsFile.open(directory.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(directory.resolve(name));
    }

    @Override
    public void force() throws IOException {
        force(directory);
    }

    @Override
    public Optional<String> lock(String name, String holder) throws IOException {
        DirectoryLock taking = new DirectoryLock(directory, directory.resolve(name));
        Optional<String> held = taking.take(holder, ownerOnly("rw-------"));
        if (held.isEmpty()) {
            lock = taking;
        }
        return held;
    }

    @Override
    public void unlock() throws IOException {
        if (lock != null) {
            lock.release();
            lock = null;
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Windows has no such thing; names are durable there when the file system says so. */
    private void force(Path folder) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
