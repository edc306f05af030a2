package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operating system itself refuses to write. See {@link FullDisk}, which runs in a JVM of its own. */
@Tag("slow")
@Tag("crash")
final class FullDiskTest {
    /** A small file system that nobody else sees and that goes with the process; no rights are needed for it. */
    private static final List<String> OWN_FILE_SYSTEM = List.of(
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount -t tmpfs -o size=640k none \"$0\" && head -c 200000 /dev/zero > \"$0/ballast\""
                    + " && { \"$@\" fill | \"$@\" look; }");

    private static final List<String> SMALL_FILES =
            List.of("sh", "-c", "(ulimit -f 200; exec \"$@\" fill) | \"$@\" look");

    @TempDir
    Path dir;

    /** Where a system lets nobody mount one, as in some containers, the limit for files stands in, and it is said. */
    @Test
    void onAFullFileSystemReadingGoesOnAndAllThatWasAcknowledgedIsFoundOnceThereIsRoom() throws Exception {
        boolean mounts = new ProcessBuilder("sh", "-c", "unshare -rm mount -t tmpfs none \"$0\"", dir.toString())
                        .start()
                        .waitFor()
                == 0;
        fill(
                mounts ? "a file system of 640 KB" : "files that may not grow, no file system being mounted",
                mounts ? OWN_FILE_SYSTEM : SMALL_FILES);
    }

    @Test
    void whereAFileMayNotGrowItIsAllTheSame() throws IOException {
        fill("files that may not grow", SMALL_FILES);
    }

    private void fill(String what, List<String> shell) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.add(dir.toString());
        try (Child child = Child.run(command, FullDisk.class, dir.toString())) {
            List<String> said = child.output()
                    .lines()
                    .filter(line -> line.startsWith("sound: "))
                    .toList();
            assertThat(said).as(what).hasSize(1);
            System.out.println("Filled " + what + ": " + said.get(0));
        }
    }
}
