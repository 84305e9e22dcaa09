package org.zongwu.engine.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zongwu.engine.CannotStart;

/** A server that outlived the program that started it, or only its pid file after the power failed. */
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    private Leftover() {}

    /** Ends what is still running on the cluster, so that it can be started afresh. Deletes no data. */
    static void clear(Path cluster, Programs programs) {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        var process = pid(pidFile).flatMap(ProcessHandle::of);
        if (process.isEmpty()) return; // the server sees for itself that nobody is there, and recovers
        if (!isServer(process.get())) {
            forget(cluster, pidFile, process.get());
            return;
        }
        LOG.info("stopping the server that an earlier start left behind, process {}", process.get().pid());
        if (programs.run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60").ok()) return;
        // Loses nothing that was committed: the next start replays the log
        if (programs.run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "immediate", "-w", "-t", "60").ok()) return;
        if (!process.get().isAlive()) return;
        throw new CannotStart("上次启动留下的数据库进程 " + process.get().pid() + " 无法停止。请结束该进程后再启动。",
                "The database process " + process.get().pid() + " of an earlier start does not stop. End it and start again.");
    }

    /** Whether a server is at work on the cluster, ours or one that was left behind. */
    static boolean isRunning(Path cluster) {
        var pidFile = cluster.resolve("postmaster.pid");
        return Files.exists(pidFile) && pid(pidFile).flatMap(ProcessHandle::of).filter(Leftover::isServer).isPresent();
    }

    private static Optional<Long> pid(Path pidFile) {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).filter(pid -> pid > 0);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isServer(ProcessHandle process) {
        if (isZombie(process.pid())) return false;
        // Where the system does not tell the command, it is taken for the server: better to refuse than to run two
        return process.info().command().map(c -> Path.of(c.replace(" (deleted)", "")).getFileName().toString())
                .map(name -> name.equals("postgres") || name.equals("postgres.exe")).orElse(true);
    }

    /** Dead, but not yet noticed by its parent; in a container without an init that lasts for ever. */
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }

    /** The number now belongs to another program or to a dead one: the pid file would keep the server from starting for ever. */
    private static void forget(Path cluster, Path pidFile, ProcessHandle other) {
        if (anybodyWorksIn(cluster)) {
            throw new CannotStart("数据文件夹 " + cluster + " 里还有数据库进程在运行。请等它结束后再启动。",
                    "Database processes are still at work in " + cluster + ". Wait for them to end and start again.");
        }
        LOG.info("process {} is not a running server; removing the stale pid file", other.pid());
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new CannotStart("无法清除过期的 " + pidFile + "：" + e.getMessage() + "。", "Cannot remove the stale " + pidFile + ": " + e.getMessage() + ".", e);
        }
    }

    /** Server processes live in the folder of their cluster. Known on Linux only; elsewhere the server's own check remains. */
    private static boolean anybodyWorksIn(Path cluster) {
        var processes = Path.of("/proc");
        if (!Files.isDirectory(processes)) return false;
        try (Stream<Path> all = Files.list(processes)) {
            var real = cluster.toRealPath();
            return all.filter(p -> p.getFileName().toString().chars().allMatch(Character::isDigit)).anyMatch(p -> worksIn(p, real));
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean worksIn(Path process, Path cluster) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(cluster);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
