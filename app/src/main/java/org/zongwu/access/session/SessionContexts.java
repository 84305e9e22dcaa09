package org.zongwu.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds the person behind a request's cookie. Asked only when somebody wants to know, so open pages and styles cost nothing. */
@Component
public class SessionContexts implements SecurityContextRepository {
    private final Sessions sessions;

    SessionContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for it; the filter calls it through loadDeferredContext
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return SessionCookie.SESSION.read(holder.getRequest()).flatMap(sessions::find)
                .map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }

    /** Nothing is saved here: a session begins at log-in and ends at log-out, both by {@link Sessions}. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return SessionCookie.SESSION.read(request).isPresent();
    }
}
