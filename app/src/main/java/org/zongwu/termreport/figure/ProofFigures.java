package org.zongwu.termreport.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Control;
import org.zongwu.kernel.Figure;
import org.zongwu.kernel.FigureDefinition;
import org.zongwu.kernel.FigureSource;
import org.zongwu.kernel.Grade;
import org.zongwu.kernel.Span;
import org.zongwu.kernel.Unit;

/** How the controls of the house come out: how many rules, how many records they looked at, what they found. */
@Component
class ProofFigures implements FigureSource {
    private static final FigureDefinition RULES = new FigureDefinition("CONTROL_RULES", Unit.ENTRY, 1);
    private static final FigureDefinition ROWS = new FigureDefinition("CONTROL_ROWS", Unit.ENTRY, 1);
    private static final FigureDefinition FOUND = new FigureDefinition("CONTROL_FINDINGS", Unit.ENTRY, 1);
    static final Set<String> IDS = Set.of(RULES.id(), ROWS.id(), FOUND.id());
    private static final String LINK = "/figures/proof";

    private final List<Control> controls;

    ProofFigures(List<Control> controls) {
        this.controls = List.copyOf(controls);
    }

    @Override
    public List<FigureDefinition> definitions() {
        return List.of(RULES, ROWS, FOUND);
    }

    @Override
    public List<Figure> figures(Span span) {
        var proof = Proof.of(controls);
        return List.of(figure(RULES, span, proof.lines().size(), proof.rows()), figure(ROWS, span, proof.rows(), proof.rows()),
                figure(FOUND, span, proof.findings(), proof.rows()));
    }

    private static Figure figure(FigureDefinition definition, Span span, long value, long rows) {
        // nothing looked at is nothing proved
        return new Figure(definition, span, rows == 0 ? null : BigDecimal.valueOf(value), rows == 0 ? Grade.NONE : Grade.WORKED, rows, LINK);
    }
}
