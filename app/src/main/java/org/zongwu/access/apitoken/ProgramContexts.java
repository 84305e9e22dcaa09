package org.zongwu.access.apitoken;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.zongwu.web.Problem;

/** Finds the program behind a request's token. No cookie is looked at, and nothing is kept between two requests. */
@Component
public class ProgramContexts implements SecurityContextRepository {
    private final ApiTokens tokens;

    ProgramContexts(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface asks for it; the filter calls it through loadDeferredContext
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return Optional.ofNullable(Problem.token(holder.getRequest())).flatMap(Bearer::parse).flatMap(tokens::find)
                .map(ProgramAtWork::new).map(SecurityContextImpl::new).orElseGet(SecurityContextImpl::new);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return Problem.token(request) != null;
    }
}
