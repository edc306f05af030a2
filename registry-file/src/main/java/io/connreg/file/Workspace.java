package io.connreg.file;

import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The connections of one workspace. */
final class Workspace {
    final Map<String, Entry> byName = new ConcurrentHashMap<>();
    final NavigableSet<Entry> byCreation = new ConcurrentSkipListSet<>(Entry.BY_CREATION);
}
