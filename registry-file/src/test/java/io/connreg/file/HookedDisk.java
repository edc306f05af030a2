package io.connreg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A disk that asks a test before each operation that changes something, as {@code "force journal-00000001.jsonl"}. */
final class HookedDisk implements Disk {
    /** What a test has to say. */
    interface Hook {
        void before(String operation) throws IOException;
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
        hook.before("make");
        disk.make();
    }

    @Override
    public List<String> list() throws IOException {
        return disk.list();
    }

    @Override
    public boolean isPlainFile(String name) throws IOException {
        return disk.isPlainFile(name);
    }

    @Override
    public DiskFile create(String name) throws IOException {
        hook.before("create " + name);
        return new HookedFile(name, disk.create(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new HookedFile(name, disk.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        hook.before("rename " + from);
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        hook.before("delete " + name);
        disk.delete(name);
    }

    @Override
    public void force() throws IOException {
        hook.before("force");
        disk.force();
    }

    @Override
    public Optional<String> lock(String name, String holder) throws IOException {
        return disk.lock(name, holder);
    }

    @Override
    public void unlock() throws IOException {
        disk.unlock();
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
            return file.read(into, at);
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            hook.before("write " + name);
            file.write(from, at);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void truncate(long size) throws IOException {
            hook.before("truncate " + name);
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            hook.before("force " + name);
            file.force(metadata);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
