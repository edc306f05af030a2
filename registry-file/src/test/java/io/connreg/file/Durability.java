package io.connreg.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is sure to be on a disk after a power loss, operation by operation, and what may be there or not: names that were
 * not forced since; content that was not; a file's new length, where it was forced without its metadata.
 */
final class Durability {
    private final Map<String, Integer> names = new TreeMap<>();
    private final Map<Integer, String> contents = new HashMap<>();
    private final List<Operation> pending = new ArrayList<>();

    /** With nothing pending. Files are numbered in their order, as {@link MemoryDisk} does. */
    Durability(Map<String, String> start) {
        new TreeMap<>(start).forEach((name, text) -> {
            contents.put(contents.size(), text);
            names.put(name, names.size());
        });
    }

    /** Of all that was done to a disk. */
    static Durability of(MemoryDisk disk) {
        Durability durability = new Durability(disk.start());
        disk.log().forEach(durability::next);
        return durability;
    }

    /** What may be there or not. */
    List<Operation> pending() {
        return List.copyOf(pending);
    }

    /** How much of a file is sure. */
    int length(int file) {
        return contents.getOrDefault(file, "").length();
    }

    void next(Operation operation) {
        if (operation instanceof Operation.ForceNames) {
            settle(done -> done instanceof Operation.OfName);
        } else if (operation instanceof Operation.Force force && force.metadata()) {
            settle(done -> isOf(done, force.file()));
        } else if (operation instanceof Operation.Force force) {
            settleWithin(force.file(), length(force.file()));
        } else if (operation instanceof Operation.Forget forget) {
            pending.removeIf(done -> isOf(done, forget.file()));
        } else {
            pending.add(operation);
        }
    }

    /** The files that are there if these of the pending operations, or parts of them, are, and no others. */
    Map<String, String> with(List<? extends Operation> survivors) {
        Map<String, Integer> shownNames = new TreeMap<>(names);
        Map<Integer, String> shownContents = new HashMap<>(contents);
        survivors.forEach(survivor -> apply(survivor, shownNames, shownContents));
        Map<String, String> files = new TreeMap<>();
        shownNames.forEach((name, file) -> files.put(name, shownContents.getOrDefault(file, "")));
        return files;
    }

    private interface Chosen {
        boolean is(Operation operation);
    }

    private void settle(Chosen chosen) {
        for (Operation operation : pending) {
            if (chosen.is(operation)) {
                apply(operation, names, contents);
            }
        }
        pending.removeIf(chosen::is);
    }

    /** Without its metadata, a file's length stays unsure, and with it all beyond. */
    private void settleWithin(int file, int length) {
        for (int i = pending.size() - 1; i >= 0; i--) {
            if (pending.get(i) instanceof Operation.Truncate cut && cut.file() == file) {
                throw new IllegalStateException("the model cannot tell what a force without metadata does to a length");
            }
        }
        List<Operation> unsure = new ArrayList<>();
        for (Operation operation : pending) {
            if (operation instanceof Operation.Write write && write.file() == file) {
                int end = Math.min(length, write.end());
                if (write.at() < end) {
                    apply(write.part(write.at(), end), names, contents);
                }
                if (write.end() > length) {
                    unsure.add(write.part(Math.max(length, write.at()), write.end()));
                }
            } else {
                unsure.add(operation);
            }
        }
        pending.clear();
        pending.addAll(unsure);
    }

    private static boolean isOf(Operation operation, int file) {
        return operation instanceof Operation.OfContent change && change.file() == file;
    }

    private static void apply(Operation operation, Map<String, Integer> names, Map<Integer, String> contents) {
        if (operation instanceof Operation.Create create) {
            names.put(create.name(), create.file());
        } else if (operation instanceof Operation.Rename rename) {
            names.remove(rename.from());
            names.put(rename.to(), rename.file());
        } else if (operation instanceof Operation.Delete delete) {
            names.remove(delete.name());
        } else if (operation instanceof Operation.Truncate cut) {
            contents.computeIfPresent(
                    cut.file(), (file, text) -> text.substring(0, Math.min(text.length(), cut.size())));
        } else if (operation instanceof Operation.Write write) {
            contents.merge(write.file(), "", (text, none) -> text);
            contents.computeIfPresent(write.file(), (file, text) -> written(text, write));
        }
    }

    /** Where nothing was written there are zeros. */
    private static String written(String text, Operation.Write write) {
        String before = write.at() <= text.length()
                ? text.substring(0, write.at())
                : text + "\0".repeat(write.at() - text.length());
        return before + write.text() + (write.end() < text.length() ? text.substring(write.end()) : "");
    }
}
