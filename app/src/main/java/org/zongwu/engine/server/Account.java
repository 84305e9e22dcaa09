package org.zongwu.engine.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.zongwu.engine.CannotStart;

/**
 * Under which account the server runs. PostgreSQL refuses to run as root, so as root it gets an account of its own; where
 * that is not possible, a user namespace in which it is nobody while its files stay root's.
 *
 * @param user   the account that must own the server's files, empty for our own
 * @param prefix what stands before every command
 */
record Account(String user, List<String> prefix) {
    private static final Account OURS = new Account("", List.of());
    private static final Account NAMESPACE = new Account("", List.of("unshare", "--user", "--"));

    static Account choose(Path cluster, Path binaries) {
        if (Binaries.onWindows() || !"root".equals(System.getProperty("user.name"))) return OURS;
        for (var candidate : candidates(cluster)) if (candidate.mayWorkIn(cluster, binaries)) return candidate;
        throw new CannotStart("数据库不能以 root 身份运行，本机也无法换用其他账户。请用普通账户启动；或把数据文件夹放到所有上级文件夹都允许账户 postgres 进入的地方。",
                "The database cannot run as root, and no other account could be used here. Start as an ordinary user, or put the data"
                + " folder where the account postgres may enter every folder above it.");
    }

    /** A cluster that exists stays with the account that owns it, because the server insists on that. */
    private static List<Account> candidates(Path cluster) {
        var owner = owner(cluster);
        if (Files.exists(cluster.resolve("PG_VERSION")) && !owner.equals("root")) return List.of(dropTo(owner));
        if (Files.exists(cluster.resolve("PG_VERSION"))) return List.of(NAMESPACE, dropTo("postgres"), dropTo("nobody"));
        return List.of(dropTo("postgres"), NAMESPACE, dropTo("nobody"));
    }

    private static Account dropTo(String user) {
        return new Account(user, List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups", "--"));
    }

    private static String group(String user) {
        var shown = Programs.tryRun(List.of("id", "-gn", user));
        return shown.ok() ? shown.output().strip() : user;
    }

    private static String owner(Path path) {
        try {
            return Files.exists(path) ? Files.getOwner(path).getName() : "";
        } catch (IOException e) {
            return "";
        }
    }

    private boolean mayWorkIn(Path cluster, Path binaries) {
        if (!user.isEmpty() && !Programs.tryRun(List.of("id", "-u", user)).ok()) return false;
        try {
            give(cluster);
            letPass(cluster.getParent());
        } catch (IOException e) {
            return false;
        }
        var probe = Programs.tryRun(Programs.join(prefix, List.of("sh", "-c", "cd \"$1\" && test -w . && \"$2\" --version", "probe",
                cluster.toString(), binaries.resolve("bin/postgres").toString())));
        if (!probe.ok() && !user.isEmpty() && !Files.exists(cluster.resolve("PG_VERSION"))) {
            Programs.tryRun(List.of("chown", "root", cluster.toString()));
        }
        return probe.ok();
    }

    /** Makes the account the owner of everything below. */
    void give(Path path) throws IOException {
        if (user.isEmpty()) return;
        if (owner(path).equals(user)) return;
        var given = Programs.tryRun(List.of("chown", "-R", user + ":" + group(user), path.toString()));
        if (!given.ok()) throw new IOException(given.output());
    }

    /** Lets the account walk through a folder of ours without seeing what is in it. */
    void letPass(Path folder) throws IOException {
        if (user.isEmpty()) return;
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        var rights = view.readAttributes().permissions();
        if (rights.add(PosixFilePermission.OTHERS_EXECUTE)) view.setPermissions(rights);
    }
}
