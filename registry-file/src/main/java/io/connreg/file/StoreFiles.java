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

    /** @throws io.connreg.RegistrySetupException if there is what must not be, or what must be is not there */
    static StoreFiles of(Disk disk, Failures failures) throws IOException {
        List<FileName> files = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (String name : disk.list()) {
            Optional<FileName> own = FileName.parse(name);
            own.ifPresent(files::add);
            boolean known = own.isPresent() || name.equals(FileName.LOCK);
            if (!known) {
                foreign.add(name);
            } else if (!disk.isPlainFile(name)) {
                throw failures.refused(name + " is not a plain file, as all of a store's must be.");
            }
        }
        boolean nothing = files.stream().allMatch(FileName::unfinished);
        if (nothing && !foreign.isEmpty()) {
            throw failures.refused("there is no store in it, but other files are. Give it a directory of its own.");
        }
        return sorted(files, failures);
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
