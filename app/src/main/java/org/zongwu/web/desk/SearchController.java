package org.zongwu.web.desk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.SearchSource;
import org.zongwu.web.Allow;
import org.zongwu.web.Reach;

/** One box for numbers, names and pinyin initials; a single exact hit is opened at once. */
@Controller
@Allow(everyone = true)
class SearchController {
    private static final int PER_SOURCE = 20;

    private final List<SearchSource> sources;
    private final Tenancy tenancy;
    private final Reach reach;

    SearchController(List<SearchSource> sources, Tenancy tenancy, Reach reach) {
        this.sources = sources;
        this.tenancy = tenancy;
        this.reach = reach;
    }

    @GetMapping("/search")
    Object search(@RequestParam(defaultValue = "") String q, Actor actor) {
        var words = Normalizer.normalize(q, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        var hits = words.isEmpty() ? List.<SearchSource.Hit>of()
                : tenancy.read(actor.schoolId(), () -> sources.stream().flatMap(s -> s.search(actor, words, PER_SOURCE).stream())
                        .filter(hit -> reach.mayOpen(actor, hit.link())).toList());
        var exact = hits.stream().filter(SearchSource.Hit::exact).toList();
        if (exact.size() == 1) return new RedirectView(exact.getFirst().link(), true);
        return new ModelAndView("web/search", Map.of("q", q.strip(), "hits", hits));
    }
}
