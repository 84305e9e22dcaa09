package org.zongwu.web.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.zongwu.web.UiContext;

/** Draws precompiled JTE templates; each gets {@code ui} beside its model. */
@Configuration(proxyBeanMethods = false)
class JteViews {
    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "zongwu.jte");
        engine.setBinaryStaticContent(true);
        return engine;
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine, UiContext context) {
        return (name, locale) -> name.startsWith("redirect:") ? new RedirectView(name.substring("redirect:".length()), true) : new JteView(engine, context, name + ".jte");
    }

    private record JteView(TemplateEngine engine, UiContext context, String template) implements View {
        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
            var params = new HashMap<String, Object>();
            if (model != null) {
                model.forEach((name, value) -> {
                    if (!name.startsWith("org.springframework")) params.put(name, value);
                });
            }
            params.put("ui", context.of(request));
            var output = new Utf8ByteOutput();
            engine.render(template, params, output);
            if (response.getContentType() == null) response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }
    }
}
