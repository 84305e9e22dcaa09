package org.zongwu.ledger.books;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.TodoSource;
import org.zongwu.web.Messages;

/** The books of this year are not open: nobody can post until the accountant opens them. */
@Component
class BooksTodos implements TodoSource {
    private final BooksService service;
    private final Messages messages;
    private final Clock clock;

    BooksTodos(BooksService service, Messages messages, Clock clock) {
        this.service = service;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<Todo> todos(Actor actor) {
        if (!actor.holds(Duty.ACCOUNTANT) && !actor.holds(Duty.ACC_SUPERVISOR)) return List.of();
        var year = LocalDate.now(clock).getYear();
        if (service.isOpened(actor, year)) return List.of();
        return List.of(new Todo("todo.ledger.open", messages.say("todo.ledger.open.title", "" + year), messages.say("todo.ledger.open.detail"), null, null, BooksController.PATH + "/new"));
    }
}
