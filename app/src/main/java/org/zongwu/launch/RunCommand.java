package org.zongwu.launch;

import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.zongwu.engine.AdminRecovery;
import org.zongwu.engine.FirstStart;

/** Serves a school. On the first start it shows the link with which the office is set up. */
final class RunCommand implements Command {
    private final Class<?> application;

    RunCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Map<String, Boolean> options() {
        return Map.of("port", true, "data", true, "db", true, "lan", false, "insecure-lan", false, "recover-admin", true);
    }

    @Override
    public int run(Arguments arguments) {
        var data = Folders.office(arguments);
        var login = arguments.value("recover-admin");
        var running = LiveServer.web(data);
        if (login.isPresent() && running.isPresent()) {
            try (var office = BackOffice.open(application, data, arguments)) {
                printRecovery(running.get() + office.bean(AdminRecovery.class).link(login.get()));
                return OK;
            }
        }
        var serving = new Serving(application, data, arguments);
        var context = serving.open((ready, base) -> {}, (ready, base) -> {
            printSetUp(ready, base);
            login.ifPresent(l -> printRecovery(base + ready.getBean(AdminRecovery.class).link(l)));
        });
        AotTraining.later(application, context);
        return Serving.untilStopped();
    }

    private static void printSetUp(ApplicationContext ready, String base) {
        ready.getBeanProvider(FirstStart.class).ifAvailable(first -> first.setUpPath().ifPresent(path -> {
            System.out.println("首次使用：请打开下面的链接设置学校和管理员（链接只能用一次）");
            System.out.println("First use: open this link to set up the school and its administrators (it works once)");
            System.out.println("  " + base + path);
        }));
    }

    private static void printRecovery(String link) {
        System.out.println("用下面的链接为管理员重设密码（链接只能用一次） / Set a new password for the administrator with this link (it works once)");
        System.out.println("  " + link);
    }
}
