package org.zongwu.trail.record;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriUtils;
import org.zongwu.trail.Pages;

/** By the house's own rule of names: {@code stores.issue} is opened at {@code /stores/issues/{no}}, if that page exists. */
@Component
class HousePages implements Pages {
    private static final Pattern PAGE = Pattern.compile("/([a-z]+)/([a-z-]+)/\\{(no|id|ref)}");

    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable Map<String, String> variables;

    /** @param handlers asked when the first link is drawn: every page is known then, and none at all without a web */
    HousePages(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @Override
    public @Nullable String path(String type, UUID id, @Nullable String no) {
        var folder = "/" + type.replace('.', '/').replace('_', '-').replaceAll("y$", "ie").replaceAll("(s|x)$", "$1e") + "s";
        var variable = variables().get(folder);
        if (variable == null || variable.equals("no") && no == null) return null;
        return folder + "/" + (variable.equals("no") ? UriUtils.encodePathSegment(no, "UTF-8") : id);
    }

    /** What stands in the place of the thing, by the path before it. */
    private Map<String, String> variables() {
        var known = variables;
        if (known == null) {
            var found = new HashMap<String, String>();
            handlers.stream().flatMap(h -> h.getHandlerMethods().keySet().stream()).filter(HousePages::reads)
                    .flatMap(i -> i.getPatternValues().stream()).map(PAGE::matcher).filter(Matcher::matches)
                    .forEach(m -> found.put("/" + m.group(1) + "/" + m.group(2), m.group(3)));
            variables = known = found;
        }
        return known;
    }

    private static boolean reads(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }
}
