package io.connreg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A disk that asks a test before and after each operation, as {@code "force journal-00000001.jsonl"}. */
final class HookedDisk implements Disk {
    /** What a test has to say. */
    interface Hook {
        /** Before what changes something. After a {@link Half} of a write, half of it is done. */
        void before(String operation) throws IOException;

        /** After what has changed something. */
        default void after(String operation) throws IOException {}

        /** Before what only looks, and before the lock. */
        default void beforeLook(String operation) throws IOException {}
    }

    /** The disk is full in the middle of a write. */
    static final class Half extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private interface Action {
        void run() throws IOException;
    }

    private final Disk disk;
    private final Hook hook;

    HookedDisk(Disk disk, Hook hook) {
        this.disk = disk;
        this.hook = hook;
    }

    @Override
    public String shown() {
        return disk.shown();
    }

    @Override
    public void make() throws IOException {
        change("make", disk::make);
    }

    @Override
    public List<String> list() throws IOException {
        hook.beforeLook("list");
        return disk.list();
    }

    @Override
    public boolean isPlainFile(String name) throws IOException {
        hook.beforeLook("look at " + name);
        return disk.isPlainFile(name);
    }

    @Override
    public DiskFile create(String name) throws IOException {
        String operation = "create " + name;
        hook.before(operation);
        DiskFile file = disk.create(name);
        hook.after(operation);
        return new HookedFile(name, file);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        hook.beforeLook("open " + name);
        return new HookedFile(name, disk.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        change("rename " + from, () -> disk.rename(from, to));
    }

    @Override
    public void delete(String name) throws IOException {
        change("delete " + name, () -> disk.delete(name));
    }

    @Override
    public void force() throws IOException {
        change("force", disk::force);
    }

    @Override
    public Optional<String> lock(String name, String holder) throws IOException {
        hook.beforeLook("lock");
        return disk.lock(name, holder);
    }

    @Override
    public void unlock() throws IOException {
        disk.unlock();
    }

    private void change(String operation, Action action) throws IOException {
        hook.before(operation);
        action.run();
        hook.after(operation);
    }

    private final class HookedFile implements DiskFile {
        private final String name;
        private final DiskFile file;

        HookedFile(String name, DiskFile file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            hook.beforeLook("read " + name);
            return file.read(into, at);
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            try {
                change("write " + name, () -> file.write(from, at));
            } catch (Half half) {
                file.write(from.slice(from.position(), from.remaining() / 2), at);
                throw half;
            }
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            change("truncate " + name, () -> file.truncate(size));
        }

        @Override
        public void force(boolean metadata) throws IOException {
            change("force " + name, () -> file.force(metadata));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
