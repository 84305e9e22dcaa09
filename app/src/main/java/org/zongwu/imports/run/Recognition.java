package org.zongwu.imports.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zongwu.imports.mapping.Header;
import org.zongwu.imports.mapping.HeaderFinder;
import org.zongwu.imports.mapping.Heading;
import org.zongwu.imports.mapping.Headings;
import org.zongwu.imports.mapping.RowReader;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.imports.sheet.Sheet;
import org.zongwu.kernel.RuleBroken;

/** Tells for each sheet which template it is meant for; where that is not plain, the person is asked. */
final class Recognition {
    private static final int APART = 60;
    private static final int CALLED = 120;
    /** So much of a sheet must be known, in thousandths; of one that is called by the ledger's name less, as such lists have columns of all kinds. */
    private static final int PLAIN = 500;
    /** Of an export with thirty columns so many that are known leave no doubt. */
    private static final int MANY = 7;
    private static final int PLAIN_WHEN_CALLED = 200;
    private static final int SHORTEST_NAME = 2;

    private final List<TemplateFields> mine;
    private final List<TemplateFields> others;
    private final Map<String, Map<String, String>> remembered;
    private final String fileName;

    /**
     * @param mine       templates of the person; {@code others} those that somebody else may import
     * @param remembered by template: field by heading key, as a person said
     */
    Recognition(List<TemplateFields> mine, List<TemplateFields> others, Map<String, Map<String, String>> remembered, String fileName) {
        this.mine = mine;
        this.others = others;
        this.remembered = remembered;
        this.fileName = fileName.replaceFirst("\\.[A-Za-z]{1,5}$", "");
    }

    /** @throws Unfit when a sheet lacks what it must have to be what the person says */
    Workbook of(List<Sheet> sheets, Wanted wanted) {
        var parts = new ArrayList<Workbook.Part>();
        for (var sheet : sheets) parts.add(part(sheet, wanted));
        var fits = parts.stream().anyMatch(p -> p.header() != null);
        if (wanted.template() != null && !fits) throw nearest(sheets, wanted.template());
        return new Workbook(parts);
    }

    private Workbook.Part part(Sheet sheet, Wanted wanted) {
        var said = wanted.of(sheet.name());
        if (sheet.hidden()) return Workbook.Part.passedOver(sheet, "imports.skipped.hidden");
        if (sheet.lines().stream().allMatch(l -> l.isBlank())) return Workbook.Part.passedOver(sheet, "imports.skipped.empty");
        if (said == null) return recognised(sheet);
        if (said.isEmpty()) return Workbook.Part.passedOver(sheet, "imports.skipped.left-out");
        var header = header(sheet, template(said));
        if (header.filter(h -> h.fits(true)).isPresent()) return Workbook.Part.of(sheet, header.get());
        var why = header.map(Recognition::missing).orElseGet(Recognition::noHeader);
        if (wanted.bySheet().containsKey(sheet.name())) throw new Unfit(why, sheet.name(), said);
        return Workbook.Part.unread(sheet, why, List.of(said));
    }

    private Workbook.Part recognised(Sheet sheet) {
        var headings = new Headings(sheet);
        var all = mine.stream().flatMap(t -> finder(t).find(headings).stream()).toList();
        var fitting = all.stream().filter(h -> fits(sheet, h)).sorted(Comparator.comparingInt((Header h) -> score(sheet, h)).reversed()).toList();
        if (fitting.isEmpty()) return Workbook.Part.unread(sheet, somebodyElses(headings).orElseGet(() -> nothing(sheet, all)), List.of());
        var best = fitting.getFirst();
        var rivals = fitting.stream().filter(h -> score(sheet, best) - score(sheet, h) < APART).toList();
        if (rivals.size() > 1) return unsure(sheet, rivals, "rule.imports.which");
        // Nearer to another that lacks a column: what is missing says more than a guess
        var nearer = all.stream().filter(h -> !fits(sheet, h) && score(sheet, h) > score(sheet, best) + APART).max(Comparator.comparingInt(h -> score(sheet, h)));
        var plain = best.coverage() >= (isCalled(sheet, best) ? PLAIN_WHEN_CALLED : PLAIN) || best.columns().stream().filter(c -> c.field() != null).count() >= MANY;
        var known = plain && best.fits() && (isCalled(sheet, best) || nearer.filter(h -> isCalled(sheet, h)).isEmpty());
        if (nearer.isPresent() && !known) return Workbook.Part.unread(sheet, missing(nearer.get()), List.of());
        return plain ? Workbook.Part.of(sheet, best) : unsure(sheet, rivals, "rule.imports.unsure");
    }

    private static Workbook.Part unsure(Sheet sheet, List<Header> rivals, String key) {
        var titles = rivals.stream().map(h -> h.template().title()).collect(Collectors.joining("、"));
        return Workbook.Part.unread(sheet, RuleBroken.at("template", "R-IMP-2", key, titles), rivals.stream().map(h -> h.template().id()).toList());
    }

    private Optional<RuleBroken> somebodyElses(Headings headings) {
        return others.stream().flatMap(t -> finder(t).find(headings).stream()).filter(h -> h.fits() && h.coverage() >= PLAIN)
                .max(Comparator.comparingInt(Header::closeness))
                .map(h -> RuleBroken.at("template", "R-IMP-3", "rule.imports.not-your-template", h.template().title()));
    }

    private RuleBroken nothing(Sheet sheet, List<Header> near) {
        return near.stream().max(Comparator.comparingInt(h -> score(sheet, h))).filter(h -> h.found().size() > 1).map(Recognition::missing)
                .orElseGet(Recognition::noHeader);
    }

    private boolean fits(Sheet sheet, Header header) {
        return header.fits() || header.fits(true) && isCalled(sheet, header);
    }

    private int score(Sheet sheet, Header header) {
        return header.closeness() + (isCalled(sheet, header) ? CALLED : 0);
    }

    private boolean isCalled(Sheet sheet, Header header) {
        var words = new StringBuilder(Heading.plain(fileName)).append('\n').append(Heading.plain(sheet.name()));
        RowReader.titles(sheet, header).forEach(t -> words.append('\n').append(Heading.plain(t.text())));
        return header.template().names().stream().anyMatch(n -> n.length() >= SHORTEST_NAME && words.indexOf(n) >= 0);
    }

    private Optional<Header> header(Sheet sheet, TemplateFields template) {
        return finder(template).find(sheet);
    }

    HeaderFinder finder(TemplateFields template) {
        return new HeaderFinder(template, remembered.getOrDefault(template.id(), Map.of()));
    }

    private TemplateFields template(String id) {
        return mine.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException("no template " + id));
    }

    private Unfit nearest(List<Sheet> sheets, String id) {
        var sheet = sheets.stream().filter(s -> !s.hidden()).max(Comparator.comparingInt(s -> header(s, template(id)).map(h -> h.found().size()).orElse(0)));
        var why = sheet.flatMap(s -> header(s, template(id))).map(Recognition::missing).orElseGet(Recognition::noHeader);
        return new Unfit(why, sheet.map(Sheet::name).orElse(""), id);
    }

    private static RuleBroken noHeader() {
        return RuleBroken.at("template", "R-IMP-2", "rule.imports.no-header");
    }

    /** Names what a sheet lacks to be what it seems to be. */
    private static RuleBroken missing(Header header) {
        if (header.missing().isEmpty()) return noHeader();
        return RuleBroken.at("template", "R-IMP-2", "rule.imports.missing", header.template().title(), String.join("、", header.missing()), header.firstLine());
    }
}
