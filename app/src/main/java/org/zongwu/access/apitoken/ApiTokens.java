package org.zongwu.access.apitoken;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zongwu.access.account.Accounts;
import org.zongwu.access.token.Token;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Program;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.trail.Trail;

/** Makes, finds and revokes the tokens of programs. */
@Service
class ApiTokens {
    /** A use is written down no oftener than this. */
    private static final Duration NOTED = Duration.ofMinutes(1);
    /** What is compared with when there is no such token, so that the answer takes as long. */
    private static final byte[] NOBODY = Token.next(0).hash();

    private final ApiTokenRepository repository;
    private final Accounts accounts;
    private final Trail trail;
    private final Tenancy tenancy;
    private final Clock clock;

    ApiTokens(ApiTokenRepository repository, Accounts accounts, Trail trail, Tenancy tenancy, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.trail = trail;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * Makes a token that reads figures and reports. Within a transaction of the school.
     *
     * @return the secret, which is kept nowhere
     * @throws RuleBroken {@code R-API-1} when it would be good for more than a year, or is over already
     */
    Token make(Actor by, UUID id, String name, LocalDate until) {
        var today = LocalDate.now(clock);
        if (until.isBefore(today) || until.isAfter(today.plusYears(1))) throw RuleBroken.at("until", "R-API-1", "rule.access.api_token.until", today.plusYears(1));
        var token = Token.next(by.schoolId());
        repository.insert(id, name, token.hash(), by, until);
        trail.write(by, "api-token-made", repository.ref(id), null, repository.image(id));
        return token;
    }

    /** It stops at once, for good. Within a transaction of the school. */
    void revoke(Actor by, UUID id) {
        if (repository.revoke(id, by)) trail.write(by, "api-token-revoked", repository.ref(id), null, repository.image(id));
    }

    /** Whose program it is; empty when the token is unknown, over or revoked, or nobody answers for it any more. */
    Optional<Program> find(Bearer bearer) {
        var school = bearer.token().schoolId();
        if (school <= 0) return Optional.empty();
        var live = tenancy.read(school, () -> repository.live(bearer.id()));
        var right = MessageDigest.isEqual(live.map(ApiTokenRepository.Live::hash).orElse(NOBODY), bearer.token().hash());
        if (live.isEmpty() || !right) return Optional.empty();
        note(school, bearer.id(), live.get());
        return Optional.of(new Program(school, bearer.id(), live.get().name()));
    }

    /** What happened to the token, newest first. Within a transaction of the school. */
    List<Accounts.Step> story(UUID id) {
        return accounts.story(id);
    }

    private void note(long school, UUID id, ApiTokenRepository.Live live) {
        var now = clock.instant();
        if (live.lastUsed() == null || !live.lastUsed().plus(NOTED).isAfter(now)) tenancy.write(school, () -> repository.used(id, now));
    }
}
