package org.zongwu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench/results/latest.json} and the table on the screen. */
final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Report() {}

    static void write(Path file, List<Result> results) throws IOException {
        var works = results.stream().map(r -> {
            var work = new LinkedHashMap<String, Object>();
            work.put("name", r.name());
            work.put("unit", r.unit());
            work.put("ours", rounded(r.ours()));
            work.put("floor", rounded(r.floor()));
            work.put("ratio_to_floor", rounded(r.ratio()));
            work.put("spread", List.of(rounded(r.lowest()), rounded(r.highest())));
            work.put("peers", r.peers());
            return work;
        }).toList();
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(Map.of("at", Instant.now().toString(), "processors", Runtime.getRuntime().availableProcessors(), "works", works)) + "\n");
        System.out.printf("%n%-44s %12s %12s  %-9s %s%n", "work", "ours", "floor", "ratio", "spread");
        for (var r : results) System.out.printf("%-44s %12.2f %12.2f  %-9.2f %.2f–%.2f  %s%n", r.name() + " [" + r.unit() + "]", r.ours(), r.floor(), r.ratio(), r.lowest(), r.highest(), r.peers().isEmpty() ? "" : r.peers());
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
