package org.zongwu.termreport.figure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.OwnFigureSource;
import org.zongwu.kernel.Span;
import org.zongwu.termreport.subject.Subject;

/** Asks every module for its figures, of the office or of one person. Knows no module: a new one is heard without a change here. */
@Component
public class Figures {
    private final List<FigureSource> sources;
    private final List<OwnFigureSource> own;
    private final Tenancy tenancy;
    private final Clock clock;

    /** @throws IllegalStateException when two modules claim the same id: the school would read one number and trace another */
    public Figures(List<FigureSource> sources, List<OwnFigureSource> own, Tenancy tenancy, Clock clock) {
        refuseDuplicates(sources, own);
        this.sources = List.copyOf(sources);
        this.own = List.copyOf(own);
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Every figure that some module defines, in the order of the report. */
    public List<FigureDefinition> definitions() {
        return sources.stream().flatMap(s -> s.definitions().stream()).toList();
    }

    /** What the report may cite: of a person nothing but his own (R-PS-1). */
    public List<FigureDefinition> definitions(Subject subject) {
        return subject.person() == null ? definitions() : own.stream().flatMap(s -> s.ownDefinitions().stream()).toList();
    }

    /** All figures of the report, computed from one snapshot of the school's records (R-SUM-1); outside of a writing transaction. */
    public FigureBook book(long schoolId, Subject subject) {
        return subject.person() == null ? book(schoolId, subject.period().span()) : ownBook(schoolId, subject);
    }

    /** The same without {@link #isProof proof figures}. */
    public FigureBook quickBook(long schoolId, Subject subject) {
        return subject.person() == null ? quickBook(schoolId, subject.period().span()) : ownBook(schoolId, subject);
    }

    /** Some figures of the report, within the caller's transaction. */
    public List<Figure> some(Subject subject, Set<String> ids) {
        if (subject.person() == null) return some(subject.period().span(), ids);
        return own(subject).stream().filter(f -> ids.contains(f.definition().id())).toList();
    }

    /**
     * All figures of the school over the span, computed from one snapshot of its records (R-SUM-1).
     * Call it outside of a writing transaction: inside, each figure would see what has been committed by then.
     */
    public FigureBook book(long schoolId, Span span) {
        return book(schoolId, span, sources);
    }

    /** The same without {@link #isProof proof figures}, which look at every record there is: for pages that are opened all day. */
    public FigureBook quickBook(long schoolId, Span span) {
        return book(schoolId, span, sources.stream().filter(s -> !(s instanceof ProofFigures)).toList());
    }

    /** The same with some figures only, and with the work of their own modules only. */
    public FigureBook book(long schoolId, Span span, Set<String> ids) {
        return tenancy.read(schoolId, () -> new FigureBook(span, now(), some(span, ids)));
    }

    /** Some figures of the school over the span, within the caller's transaction. */
    public List<Figure> some(Span span, Set<String> ids) {
        return sources.stream().filter(s -> s.definitions().stream().anyMatch(d -> ids.contains(d.id()))).flatMap(s -> s.figures(span, ids).stream()).toList();
    }

    /** Whether the figure says how the controls of the house came out. */
    public static boolean isProof(String figureId) {
        return ProofFigures.IDS.contains(figureId);
    }

    private FigureBook ownBook(long schoolId, Subject subject) {
        return tenancy.read(schoolId, () -> new FigureBook(subject.period().span(), now(), own(subject)));
    }

    private List<Figure> own(Subject subject) {
        return own.stream().flatMap(s -> s.figuresOf(subject.person(), subject.period().span()).stream()).toList();
    }

    private FigureBook book(long schoolId, Span span, List<FigureSource> asked) {
        return tenancy.read(schoolId, () -> new FigureBook(span, now(),
                asked.stream().flatMap(s -> s.figures(span).stream()).toList()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void refuseDuplicates(List<FigureSource> sources, List<OwnFigureSource> own) {
        var owners = new HashMap<String, String>();
        sources.forEach(source -> source.definitions().forEach(d -> claim(owners, d, source)));
        own.forEach(source -> source.ownDefinitions().forEach(d -> claim(owners, d, source)));
    }

    private static void claim(HashMap<String, String> owners, FigureDefinition definition, Object source) {
        var owner = source.getClass().getName();
        var other = owners.put(definition.id(), owner);
        if (other != null) throw new IllegalStateException("figure " + definition.id() + " is defined twice: by " + other + " and by " + owner);
    }
}
