package org.zongwu.access.security;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** After a change the browser is led on to a page, which it may load again without changing anything. */
public final class SeeOther {
    private SeeOther() {}

    public static RedirectView at(String path) {
        var view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
