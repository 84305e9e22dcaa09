package org.zongwu.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.zongwu.engine.CannotStart;

/** Which data folder a command works on when none is given. The example school never shares one with a real office. */
final class Folders {
    private static final Path BASE = Path.of(System.getProperty("zongwu.base", "")).toAbsolutePath().normalize().resolve("data");

    private Folders() {}

    static Path demo(Arguments arguments) {
        return given(arguments, BASE.resolve("demo"));
    }

    static Path office(Arguments arguments) {
        return given(arguments, BASE.resolve("office"));
    }

    /** For commands that read what is there: the office, or the example if there is no office yet. */
    static Path existing(Arguments arguments) {
        return given(arguments, Files.exists(BASE.resolve("office")) ? BASE.resolve("office") : BASE.resolve("demo"));
    }

    /** Makes the folder, for its owner only: what a school keeps is nobody else's business. */
    static void make(Path folder) {
        try {
            if (Files.exists(folder)) return;
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new CannotStart("无法建立数据文件夹 " + folder + "：" + e.getMessage() + "。", "Cannot make the data folder " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static Path given(Arguments arguments, Path usual) {
        var environment = System.getenv("ZONGWU_DATA");
        return arguments.path("data").orElseGet(() -> environment == null || environment.isBlank() ? usual : Path.of(environment).toAbsolutePath().normalize());
    }
}
