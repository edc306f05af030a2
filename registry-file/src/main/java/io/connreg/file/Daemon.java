package io.connreg.file;

/** The one place here that starts threads: the writer's, and the compactor's while it is at work. */
final class Daemon {
    private Daemon() {}

    static Thread start(String name, Runnable work) {
        Thread thread = new Thread(null, work, "connreg-file-" + name, 0, false);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits for its end, also through an interrupt. */
    static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
