package org.zongwu.access.apitoken;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.zongwu.kernel.Program;

/** A program, as the filter chain knows it. The principal is the {@link Program}, so that nothing that asks for a person finds one. */
final class ProgramAtWork extends AbstractAuthenticationToken {
    private final transient Program program;

    ProgramAtWork(Program program) {
        super(List.of());
        this.program = program;
        setAuthenticated(true);
    }

    @Override
    public Program getPrincipal() {
        return program;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return program.tokenId().toString();
    }
}
