package io.connreg.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What lies in a store's directory.
 *
 * @param snapshot the newest, if there is one
 * @param index whether it has one
 * @param segments those behind it, in order, none missing
 * @param leftovers what a crash left, and an opened store does not need
 */
record StoreFiles(Optional<FileName> snapshot, boolean index, List<FileName> segments, List<FileName> leftovers) {

    /**
     * Looks whether a store may be here, before anything is written. Others may have it open.
     *
     * @throws io.connreg.RegistrySetupException if it may not
     */
    static void requireRoom(Disk disk, Failures failures) throws IOException {
        List<String> names = disk.list();
        boolean nothing =
                names.stream().flatMap(name -> FileName.parse(name).stream()).allMatch(FileName::unfinished);
        boolean foreign =
                names.stream().anyMatch(name -> FileName.parse(name).isEmpty() && !name.equals(FileName.LOCK));
        if (nothing && foreign) {
            throw failures.refused("there is no store in it, but other files are. Give it a directory of its own.");
        }
        if (names.contains(FileName.LOCK)) {
            requirePlain(disk, FileName.LOCK, failures);
        }
    }

    /** @throws io.connreg.RegistrySetupException if there is what must not be, or what must be is not there */
    static StoreFiles of(Disk disk, Failures failures) throws IOException {
        List<FileName> files = new ArrayList<>();
        for (String name : disk.list()) {
            Optional<FileName> own = FileName.parse(name);
            if (own.isPresent()) {
                requirePlain(disk, name, failures);
                files.add(own.get());
            }
        }
        return sorted(files, failures);
    }

    private static void requirePlain(Disk disk, String name, Failures failures) throws IOException {
        if (!disk.isPlainFile(name)) {
            throw failures.refused(name + " is not a plain file, as all of a store's must be.");
        }
    }

    private static StoreFiles sorted(List<FileName> files, Failures failures) {
        Optional<FileName> snapshot = files.stream()
                .filter(file -> isFinished(file, FileName.Kind.SNAPSHOT))
                .max(Comparator.comparingLong(FileName::number));
        long last = snapshot.map(FileName::number).orElse(0L);
        List<FileName> segments = files.stream()
                .filter(file -> isFinished(file, FileName.Kind.JOURNAL) && file.number() > last)
                .sorted(Comparator.comparingLong(FileName::number))
                .toList();
        for (int i = 0; i < Math.max(segments.size(), snapshot.isPresent() ? 1 : 0); i++) {
            FileName expected = new FileName(FileName.Kind.JOURNAL, last + 1 + i, false);
            if (i >= segments.size() || !segments.get(i).equals(expected)) {
                throw failures.missing(expected);
            }
        }
        FileName index = new FileName(FileName.Kind.INDEX, last, false);
        List<FileName> leftovers = new ArrayList<>(files);
        snapshot.ifPresent(leftovers::remove);
        leftovers.removeAll(segments);
        leftovers.remove(index);
        return new StoreFiles(snapshot, files.contains(index), segments, List.copyOf(leftovers));
    }

    private static boolean isFinished(FileName file, FileName.Kind kind) {
        return file.kind() == kind && !file.unfinished();
    }

    /** Whether no store is here yet. */
    boolean isNew() {
        return snapshot.isEmpty() && segments.isEmpty();
    }
}
