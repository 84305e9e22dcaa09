package org.zongwu.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zongwu.engine.DemoLogins;
import org.zongwu.engine.Home;
import org.zongwu.engine.Schools;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.SampleData;
import org.zongwu.kernel.Span;
import org.zongwu.launch.DemoOffice;
import org.zongwu.launch.Progress;
import org.zongwu.ledger.Ledgers;
import org.zongwu.school.Duties;
import org.zongwu.school.SetUp;
import org.zongwu.termreport.TermReports;

/**
 * Opens 青禾中学, an invented school with a term of work, through the modules' own rules: what they refuse to a school they
 * refuse here.
 */
@Component
class ExampleOffice implements DemoOffice {
    static final String CODE = "qinghe";
    static final String NAME = "青禾中学";
    /** Known to everybody who reads this: example schools only. */
    static final String PASSWORD = "qinghe-2026";
    private static final String TERM_CODE = "2026-2027-1";
    static final Span TERM = new Span(LocalDate.of(2026, 8, 24), LocalDate.of(2027, 1, 31));
    /** One account a duty that has something to do here. */
    private static final List<Duty> ACCOUNTS = List.of(Duty.GA_DIRECTOR, Duty.PRINCIPAL, Duty.PARTY_SECRETARY, Duty.VP_LOGISTICS, Duty.STOREKEEPER, Duty.BUYER, Duty.ACCOUNTANT, Duty.ACC_SUPERVISOR,
            Duty.AUDIT_MEMBER, Duty.HEAD_TEACHER, Duty.TEACHER, Duty.WORKER, Duty.DISPATCHER, Duty.CANTEEN_MANAGER, Duty.UNION, Duty.DISCIPLINE, Duty.SYS_ADMIN, Duty.SEC_ADMIN, Duty.LOG_AUDITOR);

    private final Schools schools;
    private final Tenancy tenancy;
    private final SetUp setUp;
    private final Duties duties;
    private final Ledgers ledgers;
    private final DemoLogins logins;
    private final List<SampleData> modules;
    private final TermReports reports;
    private final Home home;
    private final MessageSource messages;
    private final Clock clock;

    ExampleOffice(Schools schools, Tenancy tenancy, SetUp setUp, Duties duties, Ledgers ledgers, DemoLogins logins, List<SampleData> modules,
            TermReports reports, Home home, MessageSource messages, Clock clock) {
        this.reports = reports;
        this.home = home;
        this.messages = messages;
        this.schools = schools;
        this.tenancy = tenancy;
        this.setUp = setUp;
        this.duties = duties;
        this.ledgers = ledgers;
        this.logins = logins;
        this.modules = modules.stream().sorted(Comparator.comparingInt(SampleData::order)).toList();
        this.clock = clock;
    }

    private record Login(UUID employeeId, Duty duty, String name, String login) {}

    @Override
    public void open(String base, Progress progress) {
        if (schools.findByCode(CODE).isPresent()) return;
        progress.say("正在建示例学校 " + NAME + "… Making the example school…");
        var school = schools.open(CODE, NAME, true);
        var founder = tenancy.write(school.id(), () -> {
            var id = setUp.firstEmployee("Q001", "程远", "总务处");
            setUp.firstDuty(id, Duty.GA_DIRECTOR);
            return new Actor(school.id(), id, "程远", Set.of(Duty.GA_DIRECTOR));
        });
        tenancy.write(school.id(), () -> ledgers.open(founder, TERM.from().getYear(), TERM.to().getYear()));
        var example = new Example(school.id(), duties, tenancy, LocalDate.now(clock), key -> progress.say("  " + messages.getMessage(key, null, key, Locale.SIMPLIFIED_CHINESE)));
        modules.forEach(m -> m.create(example));
        logins().forEach(l -> logins.open(school.id(), l.employeeId(), l.login(), PASSWORD));
        progress.say("正在写学期总结… Writing the term's summary…");
        reports.write(founder, TERM_CODE, home.reports(), base);
    }

    @Override
    public void welcome(Progress progress) {
        progress.say("总结 Summary  " + home.reports());
        progress.say("示例账号 Accounts (口令 password: " + PASSWORD + ")");
        logins().forEach(l -> progress.say("  %-16s %s  %s".formatted(l.login(), l.name(), messages.getMessage("duty." + l.duty().name(), null, Locale.SIMPLIFIED_CHINESE))));
    }

    /** The accounts to show at the console: one a duty, each another person; the login is the duty's name in lower case. */
    private List<Login> logins() {
        var school = schools.findByCode(CODE).orElseThrow();
        var today = LocalDate.now(clock);
        return tenancy.read(school.id(), () -> {
            var all = new LinkedHashMap<UUID, Login>();
            for (var duty : ACCOUNTS) {
                Example.holders(duties, duty, today).stream().filter(e -> !all.containsKey(e.id())).findFirst()
                        .ifPresent(e -> all.put(e.id(), new Login(e.id(), duty, e.name(), duty.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
            }
            return List.copyOf(all.values());
        });
    }
}
