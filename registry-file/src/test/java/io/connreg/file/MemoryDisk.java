package io.connreg.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A disk in memory, as a running machine shows it to its processes, which writes down what is done to it. */
final class MemoryDisk implements Disk {
    private final Map<String, Content> names = new TreeMap<>();
    private final Map<String, String> start;
    private final List<Operation> log = new ArrayList<>();
    private int files;
    private boolean locked;

    /** With these files on it, durable: text, a character a byte, by name. Their numbers are those of their order. */
    MemoryDisk(Map<String, String> start) {
        this.start = new TreeMap<>(start);
        this.start.forEach((name, text) -> names.put(name, new Content(text.getBytes(ISO_8859_1))));
    }

    /** What was on it at first. */
    Map<String, String> start() {
        return start;
    }

    /** What was done to it so far. */
    synchronized List<Operation> log() {
        return List.copyOf(log);
    }

    synchronized int operations() {
        return log.size();
    }

    /** What a process sees of it. */
    synchronized Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        names.forEach((name, content) -> contents.put(name, new String(content.bytes, 0, content.size, ISO_8859_1)));
        return contents;
    }

    /** See {@link Operation.Forget}. */
    synchronized void forget(String name) throws IOException {
        log.add(new Operation.Forget(there(name).number));
    }

    /** Changes a byte behind the back of all. */
    synchronized void flip(String name, int at, int bits) {
        Objects.requireNonNull(names.get(name)).bytes[at] ^= (byte) bits;
    }

    @Override
    public String shown() {
        return "memory";
    }

    @Override
    public void make() {}

    @Override
    public synchronized List<String> list() {
        return List.copyOf(names.keySet());
    }

    @Override
    public synchronized boolean isPlainFile(String name) {
        return names.containsKey(name);
    }

    @Override
    public synchronized DiskFile create(String name) throws IOException {
        if (names.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        Content content = new Content(new byte[0]);
        names.put(name, content);
        log.add(new Operation.Create(name, content.number));
        return content;
    }

    @Override
    public synchronized DiskFile open(String name) throws IOException {
        return there(name);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        Content content = there(from);
        names.remove(from);
        names.put(to, content);
        log.add(new Operation.Rename(from, to, content.number));
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        there(name);
        names.remove(name);
        log.add(new Operation.Delete(name));
    }

    @Override
    public synchronized void force() {
        log.add(new Operation.ForceNames());
    }

    @Override
    public synchronized Optional<String> lock(String name, String holder) {
        if (locked) {
            return Optional.of("this test");
        }
        locked = true;
        return Optional.empty();
    }

    @Override
    public synchronized void unlock() {
        locked = false;
    }

    private Content there(String name) throws FileNotFoundException {
        Content content = names.get(name);
        if (content == null) {
            throw new FileNotFoundException(name);
        }
        return content;
    }

    private final class Content implements DiskFile {
        private final int number = files++;
        private byte[] bytes;
        private int size;

        Content(byte[] bytes) {
            this.bytes = bytes;
            this.size = bytes.length;
        }

        @Override
        public int read(ByteBuffer into, long at) {
            synchronized (MemoryDisk.this) {
                int length = (int) Math.max(0, Math.min(into.remaining(), size - at));
                if (length > 0) {
                    into.put(bytes, (int) at, length);
                }
                return length;
            }
        }

        @Override
        public void write(ByteBuffer from, long at) {
            synchronized (MemoryDisk.this) {
                byte[] written = new byte[from.remaining()];
                from.get(written);
                int end = (int) at + written.length;
                if (end > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
                }
                System.arraycopy(written, 0, bytes, (int) at, written.length);
                size = Math.max(size, end);
                log.add(new Operation.Write(number, (int) at, new String(written, ISO_8859_1)));
            }
        }

        @Override
        public long size() {
            synchronized (MemoryDisk.this) {
                return size;
            }
        }

        @Override
        public void truncate(long to) {
            synchronized (MemoryDisk.this) {
                if (to < size) {
                    Arrays.fill(bytes, (int) to, size, (byte) 0);
                    size = (int) to;
                    log.add(new Operation.Truncate(number, size));
                }
            }
        }

        @Override
        public void force(boolean metadata) {
            synchronized (MemoryDisk.this) {
                log.add(new Operation.Force(number, metadata));
            }
        }

        @Override
        public void close() {}
    }
}
