package org.zongwu.access.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zongwu.access.token.Token;
import org.zongwu.engine.Tenancy;
import org.zongwu.kernel.Actor;
import org.zongwu.school.Duties;
import org.zongwu.school.Employee;
import org.zongwu.school.People;

/** Opens, finds and ends sessions. What a person may do is never kept in one: it is read again for every request. */
@Component
public class Sessions {
    private static final int AGENT_LENGTH = 200;

    private final SessionRepository repository;
    private final People people;
    private final Duties duties;
    private final Tenancy tenancy;
    private final Clock clock;

    Sessions(SessionRepository repository, People people, Duties duties, Tenancy tenancy, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.duties = duties;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** Begins a session with a token that nobody had before. Within a transaction of the school. */
    public Token open(UUID accountId, String address, @Nullable String agent) {
        var now = clock.instant();
        var token = Token.next(tenancy.current());
        var shown = agent == null ? "" : agent.substring(0, Math.min(agent.length(), AGENT_LENGTH));
        repository.deleteDead(now);
        repository.insert(token.hash(), accountId, now, address, shown);
        return token;
    }

    /** Whose token it is, with the duties of today; empty when the session is over, the account disabled or the person gone. */
    public Optional<SignedIn> find(Token token) {
        if (token.schoolId() <= 0) return Optional.empty();
        var now = clock.instant();
        var found = tenancy.read(token.schoolId(), () -> repository.live(token.hash(), now)
                .flatMap(live -> people.employee(live.employeeId()).filter(Employee::inService)
                        .map(person -> new Found(live, actor(token.schoolId(), person)))));
        if (found.isPresent() && SessionLife.worthNoting(found.get().live().lastSeen(), now)) {
            tenancy.write(token.schoolId(), () -> repository.seen(token.hash(), now));
        }
        return found.map(f -> new SignedIn(f.actor(), f.live().accountId(), f.live().login(), token));
    }

    public List<Place> of(SignedIn who) {
        return tenancy.read(who.getPrincipal().schoolId(), () -> repository.of(who.accountId(), who.session().hash(), clock.instant()));
    }

    public void end(Token token) {
        if (token.schoolId() > 0) tenancy.write(token.schoolId(), () -> repository.delete(token.hash()));
    }

    /** Ends every session of the account but this one. @return how many there were */
    public int endOthers(SignedIn who) {
        return tenancy.write(who.getPrincipal().schoolId(), () -> repository.deleteOthers(who.accountId(), who.session().hash()));
    }

    /** Ends every session of the account. Within a transaction of the school. */
    public int endAll(UUID accountId) {
        return repository.deleteAll(accountId);
    }

    private Actor actor(long schoolId, Employee person) {
        return new Actor(schoolId, person.id(), person.name(), duties.heldBy(person.id(), LocalDate.now(clock)));
    }

    private record Found(SessionRepository.Live live, Actor actor) {}

    /**
     * One place where a person is logged in.
     *
     * @param address of the browser
     * @param agent   the browser as it names itself
     * @param here    the one that asks
     */
    public record Place(Instant since, Instant lastSeen, String address, String agent, boolean here) {}
}
