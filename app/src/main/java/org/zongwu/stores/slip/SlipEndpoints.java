package org.zongwu.stores.slip;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zongwu.stores.slip.SlipKind.Blank;

/** Gives every declared kind its addresses: nouns under its path, the same for all but the second person's. */
@Component
class SlipEndpoints implements SmartInitializingSingleton {
    private final ObjectProvider<RequestMappingHandlerMapping> webs;
    private final SlipParts parts;

    /** @param webs none where a command runs without a web */
    SlipEndpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> webs, SlipParts parts) {
        this.webs = webs;
        this.parts = parts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        webs.ifAvailable(mappings -> parts.kinds().forEach(kind -> map(mappings, kind, new SlipController(kind, parts))));
    }

    private static void map(RequestMappingHandlerMapping mappings, SlipKind kind, SlipController screens) {
        var path = kind.path();
        map(mappings, RequestMethod.GET, path, screens, "list");
        map(mappings, RequestMethod.GET, path + "/new", screens, "blank");
        map(mappings, RequestMethod.POST, path, screens, "create");
        if (kind.asks(Blank.SOURCE)) map(mappings, RequestMethod.GET, path + "/sources", screens, "sources");
        map(mappings, RequestMethod.GET, path + "/{ref}", screens, "show");
        map(mappings, RequestMethod.GET, path + "/{ref}/edit", screens, "edit");
        map(mappings, RequestMethod.POST, path + "/{ref}", screens, "change");
        map(mappings, RequestMethod.POST, path + "/{ref}/submission", screens, "submit");
        map(mappings, RequestMethod.POST, path + "/{ref}/" + kind.second().noun(), screens, "sign");
        map(mappings, RequestMethod.POST, path + "/{ref}/withdrawal", screens, "withdraw");
        map(mappings, RequestMethod.POST, path + "/{ref}/posting", screens, "post");
        map(mappings, RequestMethod.POST, path + "/{ref}/deletion", screens, "delete");
        map(mappings, RequestMethod.GET, path + "/{ref}/reversal", screens, "reversal");
        map(mappings, RequestMethod.POST, path + "/{ref}/reversal", screens, "reverse");
        map(mappings, RequestMethod.POST, path + "/{ref}/prints", screens, "print");
        map(mappings, RequestMethod.GET, path + "/{ref}/prints/{nth}", screens, "printed");
    }

    private static void map(RequestMappingHandlerMapping mappings, RequestMethod verb, String path, SlipController screens, String handler) {
        Method method = Arrays.stream(SlipController.class.getDeclaredMethods()).filter(m -> m.getName().equals(handler)).findFirst().orElseThrow();
        mappings.registerMapping(RequestMappingInfo.paths(path).methods(verb).options(mappings.getBuilderConfiguration()).build(), screens, method);
    }
}
