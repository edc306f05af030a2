package io.connreg.core;

import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A master key's line in a file. Made so that no other user can ever read it and no crash leaves half of it. */
final class MasterKeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int LONGEST = 1_024;

    private final Path path;
    private final boolean mustBePrivate;

    private MasterKeyFile(Path path, boolean mustBePrivate) {
        this.path = path.toAbsolutePath();
        this.mustBePrivate = mustBePrivate;
    }

    static MasterKeyFile ofOwner(Path path) {
        return new MasterKeyFile(path, true);
    }

    static MasterKeyFile mounted(Path path) {
        return new MasterKeyFile(path, false);
    }

    WrappingMaster read() {
        try {
            if (mustBePrivate && isPosix() && isReadableByOthers()) {
                throw new KeyUnavailableException(
                        Reason.MASTER_KEY_MALFORMED,
                        "the master key file " + path + " can be read by others: chmod 600 it, or use"
                                + " MasterKey.mountedFile if a platform mounts it so");
            }
            if (Files.size(path) > LONGEST) {
                throw new KeyUnavailableException(
                        Reason.MASTER_KEY_MALFORMED, "the file " + path + " is too long for a master key");
            }
            return MasterKey.parse(Files.readString(path, StandardCharsets.ISO_8859_1), "the master key file " + path);
        } catch (NoSuchFileException e) {
            throw new KeyUnavailableException(
                    Reason.MASTER_KEY_MISSING,
                    "there is no master key file " + path + ": put it back from its backup; the secrets in the store"
                            + " open with no other");
        } catch (IOException e) {
            throw new KeyUnavailableException(
                    Reason.UNREACHABLE,
                    "the master key file " + path + " cannot be read: "
                            + e.getClass().getSimpleName());
        }
    }

    WrappingMaster readOrCreate() {
        if (!Files.exists(path)) {
            create();
        }
        return read();
    }

    /** Written aside and linked to its name whole; another process that is first wins, and its key is read. */
    private void create() {
        Path folder = path.getParent();
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, path.getFileName().toString(), ".new", ownerOnly());
            try {
                ByteBuffer line = StandardCharsets.US_ASCII.encode(MasterKey.generate() + "\n");
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    while (line.hasRemaining()) {
                        channel.write(line);
                    }
                    channel.force(true);
                }
                Files.createLink(path, draft);
            } catch (FileAlreadyExistsException anotherProcessWasFirst) {
                return;
            } finally {
                Files.delete(draft);
            }
            if (isPosix()) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeyUnavailableException(
                    Reason.MASTER_KEY_MISSING,
                    "the master key file " + path + " cannot be made ("
                            + e.getClass().getSimpleName()
                            + "): check the folder, or write a line of MasterKey.generate() there yourself");
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean isReadableByOthers() throws IOException {
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
        return granted.contains(PosixFilePermission.GROUP_READ) || granted.contains(PosixFilePermission.OTHERS_READ);
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
