package org.zongwu.logbook;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives every declared book its addresses: nouns under its path, the same for all. */
@Component
class BookEndpoints implements SmartInitializingSingleton {
    private final ObjectProvider<RequestMappingHandlerMapping> webs;
    private final BookDesk desk;

    /** @param webs none where a command runs without a web */
    BookEndpoints(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> webs, BookDesk desk) {
        this.webs = webs;
        this.desk = desk;
    }

    @Override
    public void afterSingletonsInstantiated() {
        webs.ifAvailable(mappings -> desk.keeper().all().forEach(book -> map(mappings, book)));
    }

    private void map(RequestMappingHandlerMapping mappings, Logbook book) {
        var path = book.path();
        var screens = new BookController(book, desk);
        map(mappings, RequestMethod.GET, path, screens, "list");
        map(mappings, RequestMethod.GET, path + "/pick", screens, "pick");
        map(mappings, RequestMethod.GET, path + "/{id}", screens, "show");
        map(mappings, RequestMethod.POST, path + "/{id}/prints", screens, "print");
        map(mappings, RequestMethod.GET, path + "/{id}/prints/{nth}", screens, "printed");
        if (book.isView()) return;
        map(mappings, RequestMethod.GET, path + "/new", screens, "blank");
        map(mappings, RequestMethod.POST, path, screens, "create");
        map(mappings, RequestMethod.GET, path + "/{id}/voiding", screens, "voiding");
        map(mappings, RequestMethod.POST, path + "/{id}/voiding", screens, "cancel");
        for (var step : book.steps) {
            var taken = new StepController(book, step, desk);
            if (!step.blanks.isEmpty()) map(mappings, RequestMethod.GET, path + "/{id}/" + step.name, taken, "blank");
            map(mappings, RequestMethod.POST, path + "/{id}/" + step.name, taken, "take");
        }
    }

    private static void map(RequestMappingHandlerMapping mappings, RequestMethod verb, String path, Object screens, String handler) {
        Method method = Arrays.stream(screens.getClass().getDeclaredMethods()).filter(m -> m.getName().equals(handler)).findFirst().orElseThrow();
        mappings.registerMapping(RequestMappingInfo.paths(path).methods(verb).options(mappings.getBuilderConfiguration()).build(), screens, method);
    }
}
