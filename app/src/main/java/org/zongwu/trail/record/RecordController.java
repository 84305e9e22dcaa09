package org.zongwu.trail.record;

import static org.zongwu.kernel.Duty.AUDIT_MEMBER;
import static org.zongwu.kernel.Duty.GA_DIRECTOR;
import static org.zongwu.kernel.Duty.LOG_AUDITOR;
import static org.zongwu.kernel.Duty.PRINCIPAL;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.NavEntry;
import org.zongwu.trail.Pages;
import org.zongwu.web.Allow;
import org.zongwu.web.Column;
import org.zongwu.web.Messages;
import org.zongwu.web.Register;
import org.zongwu.web.Registers;

/** 操作记录: who did what, when, to which document (财会〔2024〕12号 art. 32). */
@Controller
@Allow({LOG_AUDITOR, GA_DIRECTOR, PRINCIPAL, AUDIT_MEMBER})
class RecordController {
    private static final String PATH = "/trail/records";
    /** Opened by whoever did it, and by nobody else. */
    private static final Set<String> OWN = Set.of("imports.run");

    private final Registers registers;
    private final RecordRepository records;
    private final Messages messages;
    private final Register register;
    /** For the log auditor, who reads who did what, and not the documents. */
    private final Register registerAlone;

    RecordController(Registers registers, RecordRepository records, Pages pages, Messages messages) {
        this.registers = registers;
        this.records = records;
        this.messages = messages;
        register = register(Column.code("no", RecordRepository.NO).link(r -> page(pages, r)));
        registerAlone = register(Column.code("no", RecordRepository.NO));
    }

    private Register register(Column no) {
        return Register.of("trail.records", PATH)
                .columns(Column.time("at", RecordRepository.AT),
                        Column.text("actor", RecordRepository.ACTOR),
                        Column.status("action", RecordRepository.ACTION, "trail", a -> Column.Mark.END),
                        Column.status("type", RecordRepository.TYPE, "object", t -> Column.Mark.END), no,
                        Column.text("reason", RecordRepository.REASON),
                        Column.code("seal", RecordRepository.SEAL))
                .with(RecordRepository.OBJECT_ID)
                .words(RecordRepository.ACTOR, RecordRepository.NO, RecordRepository.REASON)
                .days(RecordRepository.DAY)
                .choice("actor", RecordRepository.ACTOR, records::actors)
                .choice("action", RecordRepository.ACTION, () -> records.actions(a -> messages.say("trail." + a)))
                .hiddenFilter("object", RecordRepository.OBJECT_ID, "no")
                .order("-at", RecordRepository.SEQ)
                .phone("action", "at", List.of("type", "no"), "actor");
    }

    @GetMapping(PATH)
    Object list(HttpServletRequest request, Actor actor) {
        return registers.show(actor.holdsAny(GA_DIRECTOR, PRINCIPAL, AUDIT_MEMBER) ? register : registerAlone, records::rows, request, actor);
    }

    @Bean
    static NavEntry trailRecords() {
        return NavEntry.of("trail", "trail.records.title", PATH, 990, LOG_AUDITOR, GA_DIRECTOR, PRINCIPAL, AUDIT_MEMBER);
    }

    private static @Nullable String page(Pages pages, Record row) {
        if (OWN.contains(row.get(RecordRepository.TYPE)) || row.get(RecordRepository.NO) == null || row.get(RecordRepository.NO).isBlank()) return null;
        return pages.path(row.get(RecordRepository.TYPE), row.get(RecordRepository.OBJECT_ID), row.get(RecordRepository.NO));
    }
}
