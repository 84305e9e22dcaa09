package org.zongwu.access.session;

import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.zongwu.access.token.Token;
import org.zongwu.kernel.Actor;

/** A person at work, as the filter chain knows him. The principal is the {@link Actor}. */
public final class SignedIn extends AbstractAuthenticationToken {
    private final transient Actor actor;
    private final UUID accountId;
    private final String login;
    private final transient Token session;

    SignedIn(Actor actor, UUID accountId, String login, Token session) {
        super(List.of());
        this.actor = actor;
        this.accountId = accountId;
        this.login = login;
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.employeeId().toString();
    }

    public UUID accountId() {
        return accountId;
    }

    public String login() {
        return login;
    }

    public Token session() {
        return session;
    }
}
