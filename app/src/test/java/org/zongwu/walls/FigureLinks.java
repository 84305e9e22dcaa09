package org.zongwu.walls;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Figure;

/** Follows figures to the registers behind them: the total row there shows the same number. */
final class FigureLinks {
    private static final Pattern NUMBER = Pattern.compile("\"(?:count|[a-z_-]+)\":\\s*\"?(-?[0-9.]+)\"?(?=[,}])");

    private FigureLinks() {}

    /** The figures that have a record and whose register says something else. */
    static Set<String> wrong(MockMvc web, Actor reader, Iterable<Figure> figures) throws Exception {
        var wrong = new TreeSet<String>();
        for (var figure : figures) {
            var id = figure.definition().id();
            if (id.startsWith("CONTROL_") || figure.value() == null) continue; // what was proved; what has no record
            var answer = get(web, figure.link() + (figure.link().contains("?") ? "&" : "?") + "format=json&exact=yes", reader).getContentAsString();
            var numbers = NUMBER.matcher(answer).results().map(m -> new BigDecimal(m.group(1))).toList();
            if (numbers.stream().noneMatch(n -> n.compareTo(figure.value()) == 0)) wrong.add(id + " is " + figure.value() + ", not in the totals of " + figure.link());
        }
        return wrong;
    }

    static MockHttpServletResponse get(MockMvc web, String path, Actor reader) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new UsernamePasswordAuthenticationToken(reader, null, List.of()));
        try {
            var answer = web.perform(MockMvcRequestBuilders.get(URI.create(path))).andReturn().getResponse();
            answer.setCharacterEncoding("UTF-8");
            return answer;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
