package org.zongwu.engine;

import java.nio.file.Path;

/** The data folder of this instance: everything that a backup must hold, and nothing else. */
public record Home(Path root) {
    /** The database cluster, when the embedded server is used. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** Originals, by content. */
    public Path files() {
        return root.resolve("files");
    }

    /** What {@code demo} and {@code report} write. */
    public Path reports() {
        return root.resolve("reports");
    }

    /** Heads of the trail, outside of the database. */
    public Path anchors() {
        return root.resolve("anchors");
    }

    /** What the program and its server say about themselves; the one folder that a backup may leave out. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** Passwords of the database roles, keys and certificates; readable by the owner only. */
    public Path secrets() {
        return root.resolve("secrets");
    }
}
