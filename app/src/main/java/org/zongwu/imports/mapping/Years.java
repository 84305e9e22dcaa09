package org.zongwu.imports.mapping;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zongwu.kernel.Span;

/**
 * Which year a day has that was written without one: what the titles say, else the nearest whole day, else the one term or
 * school year that holds it. Where these leave two years open, none is chosen.
 */
public final class Years {
    private static final Pattern MONTH = Pattern.compile("(20\\d{2})\\s*[年.\\-/]\\s*(\\d{1,2})\\s*月");
    private static final Pattern HALF = Pattern.compile("(20\\d{2})\\s*年?\\s*(上|下)半年");
    private static final Pattern SCHOOL_YEAR = Pattern.compile("(20\\d{2})\\s*[-—–~～至/]\\s*(20\\d{2})\\s*(?:学年)?\\s*度?(?:\\s*第?\\s*([一二12上下])\\s*学期)?");
    private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*(?:年|学年|届|春|秋)");
    /** So far outside of what a title says a day may lie and still be meant by it: a list of March begins in February. */
    private static final int NEAR = 75;
    private static final int WHOLE_YEAR = 366;

    private final List<Span> terms;
    private final String fileName;
    private final @Nullable Span ofTitles;
    private final @Nullable Span ofFile;

    private Years(List<Span> terms, String fileName, @Nullable Span ofTitles, @Nullable Span ofFile) {
        this.terms = terms;
        this.fileName = fileName;
        this.ofTitles = ofTitles;
        this.ofFile = ofFile;
    }

    /**
     * @param terms    of the school, which have a year of their own
     * @param fileName the last of the titles
     */
    public static Years of(Collection<Span> terms, String fileName) {
        return new Years(List.copyOf(terms), fileName, null, null);
    }

    /** For a sheet with these titles; the first that names a time counts. */
    public Years titled(List<String> titles) {
        var said = Stream.concat(titles.stream(), Stream.of(fileName)).map(Years::said).filter(Objects::nonNull).findFirst();
        return new Years(terms, fileName, said.orElse(null), ofFile);
    }

    /** For a file with these whole days: they say its year when they lie within one. */
    public Years among(Collection<LocalDate> days) {
        var first = days.stream().min(LocalDate::compareTo);
        var last = days.stream().max(LocalDate::compareTo);
        var within = first.isPresent() && first.get().plusDays(WHOLE_YEAR).isAfter(last.orElseThrow());
        return new Years(terms, fileName, ofTitles, within ? new Span(first.get(), last.orElseThrow()) : null);
    }

    /**
     * @param around the whole days next above and below in the same column
     * @param beside the other whole days of the same row
     */
    Optional<LocalDate> day(MonthDay day, List<LocalDate> around, List<LocalDate> beside) {
        return within(day, ofTitles).or(() -> agreed(day, around)).or(() -> agreed(day, beside)).or(() -> within(day, ofFile))
                .or(() -> only(day, terms)).or(() -> only(day, schoolYears()));
    }

    private static Optional<LocalDate> within(MonthDay day, @Nullable Span span) {
        return span == null ? Optional.empty() : nearest(day, span).filter(d -> distance(d, span) <= NEAR);
    }

    /** What each of the known days says by itself, when they say the same. */
    private static Optional<LocalDate> agreed(MonthDay day, List<LocalDate> known) {
        var said = known.stream().map(k -> nearest(day, new Span(k, k)).orElse(null)).distinct().toList();
        return said.size() == 1 ? Optional.ofNullable(said.getFirst()) : Optional.empty();
    }

    /** The year that brings the day nearest; none when two are as near. */
    private static Optional<LocalDate> nearest(MonthDay day, Span span) {
        var candidates = IntStream.rangeClosed(span.from().getYear() - 1, span.to().getYear() + 1).filter(day::isValidYear).mapToObj(day::atYear)
                .sorted((a, b) -> Long.compare(distance(a, span), distance(b, span))).toList();
        if (candidates.isEmpty()) return Optional.empty();
        return candidates.size() > 1 && distance(candidates.get(0), span) == distance(candidates.get(1), span) ? Optional.empty() : Optional.of(candidates.getFirst());
    }

    private static long distance(LocalDate day, Span span) {
        if (span.contains(day)) return 0;
        return day.isBefore(span.from()) ? ChronoUnit.DAYS.between(day, span.from()) : ChronoUnit.DAYS.between(span.to(), day);
    }

    private static Optional<LocalDate> only(MonthDay day, List<Span> spans) {
        var found = spans.stream().flatMap(s -> Stream.of(s.from().getYear(), s.to().getYear()).distinct().filter(day::isValidYear).map(day::atYear).filter(s::contains))
                .distinct().toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** From September to August around each term. */
    private List<Span> schoolYears() {
        var years = new ArrayList<Span>();
        for (var term : terms) {
            var begins = term.from().getMonthValue() >= 8 ? term.from().getYear() : term.from().getYear() - 1;
            var year = new Span(LocalDate.of(begins, 9, 1), LocalDate.of(begins + 1, 8, 31));
            if (!years.contains(year)) years.add(year);
        }
        return years;
    }

    /** The time that a title names: a month, half a year, a term, a school year or a year; null when it names none. */
    static @Nullable Span said(String title) {
        var plain = Numbers.halfWidth(title);
        var month = MONTH.matcher(plain);
        if (month.find() && Integer.parseInt(month.group(2)) >= 1 && Integer.parseInt(month.group(2)) <= 12) {
            var first = LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
            return new Span(first, first.plusMonths(1).minusDays(1));
        }
        var half = HALF.matcher(plain);
        if (half.find()) {
            var first = LocalDate.of(Integer.parseInt(half.group(1)), half.group(2).equals("上") ? 1 : 7, 1);
            return new Span(first, first.plusMonths(6).minusDays(1));
        }
        var schoolYear = SCHOOL_YEAR.matcher(plain);
        if (schoolYear.find() && Integer.parseInt(schoolYear.group(2)) == Integer.parseInt(schoolYear.group(1)) + 1) {
            return term(Integer.parseInt(schoolYear.group(1)), schoolYear.group(3));
        }
        var year = YEAR.matcher(plain);
        return year.find() ? new Span(LocalDate.of(Integer.parseInt(year.group(1)), 1, 1), LocalDate.of(Integer.parseInt(year.group(1)), 12, 31)) : null;
    }

    private static Span term(int year, @Nullable String term) {
        var first = LocalDate.of(year, 9, 1);
        var middle = LocalDate.of(year + 1, 2, 1);
        var last = LocalDate.of(year + 1, 8, 31);
        if (term == null) return new Span(first, last);
        return "一1上".contains(term) ? new Span(first, middle.minusDays(1)) : new Span(middle, last);
    }
}
