package org.zongwu.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.zongwu.engine.CannotStart;
import org.zongwu.kernel.RuleBroken;

/** Where a start begins: chooses the sub-command, and says in a sentence why it ends. */
public final class Console {
    private Console() {}

    /** Runs the command and ends the process, unless the command serves. @param application the Spring application */
    public static void start(Class<?> application, String[] args) {
        LocaleContextHolder.setDefaultLocale(Locale.SIMPLIFIED_CHINESE); // where no reader has chosen a language, the office speaks its own
        System.exit(run(application, List.of(args)));
    }

    static int run(Class<?> application, List<String> args) {
        try {
            var name = args.isEmpty() || args.getFirst().equals("--help") || args.getFirst().equals("-h") ? "help" : args.getFirst();
            var commands = commands(application);
            var command = commands.get(name);
            if (command == null) throw Arguments.unknown("命令 " + name, "command " + name, "", name, commands.keySet());
            return command.run(Arguments.parse(command.options(), command.takesFiles(), args.subList(Math.min(1, args.size()), args.size())));
        } catch (Misused e) {
            System.err.println(e.getMessage());
            return Command.MISUSED;
        } catch (RuntimeException e) {
            System.err.println(sentence(e));
            return Command.FAILED;
        }
    }

    private static Map<String, Command> commands(Class<?> application) {
        var commands = new LinkedHashMap<String, Command>();
        commands.put("demo", new DemoCommand(application));
        commands.put("run", new RunCommand(application));
        commands.put("report", new ReportCommand(application));
        commands.put("import", new ImportCommand(application));
        commands.put("verify", new VerifyCommand(application));
        commands.put("train", new TrainCommand(application));
        commands.put("help", new HelpCommand());
        return commands;
    }

    /** What a person at the console can act on; everything else goes to the log whole. */
    private static String sentence(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart reason) return reason.getMessage();
            if (cause instanceof RuleBroken refusal) return Sentences.of(refusal);
        }
        LoggerFactory.getLogger(Console.class).error("the command failed", failure);
        Throwable last = failure;
        while (last.getCause() != null) last = last.getCause();
        return "出错了：" + last + "。详情见数据文件夹下的 logs/zongwu.log。\nIt failed; the whole story is in logs/zongwu.log of the data folder.";
    }
}
