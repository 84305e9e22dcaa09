package org.zongwu.access.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.zongwu.access.security.ReturnPath;
import org.zongwu.web.Allow;

/** The language belongs to the browser, so it can be chosen before anybody is logged in. */
@Controller
class LanguageController {
    private final LocaleResolver locales;

    LanguageController(LocaleResolver locales) {
        this.locales = locales;
    }

    @PostMapping("/language")
    @Allow(open = true)
    Object choose(@RequestParam String lang, @RequestParam(required = false) @Nullable String to, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, lang.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return ReturnPath.seeOther(ReturnPath.safe(to));
    }
}
