package org.zongwu.web.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.zongwu.kernel.Actor;
import org.zongwu.web.Guarded;
import org.zongwu.web.Reach;

/** Asks the handlers themselves, so that no page keeps a list of who may open which other one. */
@Component
class HandlerReach implements Reach {
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<Page> pages;

    /** @param handlers asked when the first link is drawn: every page is known then */
    HandlerReach(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @Override
    public boolean mayOpen(Actor actor, String path) {
        var plain = PathContainer.parsePath(path.replaceAll("[?#].*", ""));
        return pages().stream().filter(p -> p.pattern().matches(plain)).findFirst().map(p -> AllowInterceptor.may(actor, p.access())).orElse(true);
    }

    /** The most exact first: {@code /stores/issues/new} before {@code /stores/issues/{ref}}. */
    private List<Page> pages() {
        var known = pages;
        if (known == null) {
            pages = known = handlers.stream().flatMap(h -> h.getHandlerMethods().entrySet().stream()).filter(e -> reads(e.getKey()))
                    .flatMap(e -> e.getKey().getPathPatternsCondition().getPatterns().stream().map(p -> page(p, e.getValue())))
                    .filter(p -> p.access() != null).sorted((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern())).toList();
        }
        return known;
    }

    private static Page page(PathPattern pattern, HandlerMethod handler) {
        return new Page(pattern, Guarded.of(handler));
    }

    private static boolean reads(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private record Page(PathPattern pattern, Guarded.@Nullable Access access) {}
}
