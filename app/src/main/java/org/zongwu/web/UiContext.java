package org.zongwu.web;

import jakarta.servlet.http.HttpServletRequest;

/** Makes the {@link Ui} of a request; asked by the view when a page is drawn, whoever draws it. */
public interface UiContext {
    Ui of(HttpServletRequest request);
}
