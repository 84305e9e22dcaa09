package org.zongwu.approvals.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zongwu.kernel.Approvable;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;

/** Whose documents need stamps. */
@Component
public class Approvables {
    private final ObjectProvider<Approvable> all;
    private final Messages messages;

    /** @param all asked when they are needed: a kind may itself use the face of this module */
    Approvables(ObjectProvider<Approvable> all, Messages messages) {
        this.all = all;
        this.messages = messages;
    }

    public List<Approvable> all() {
        return all.orderedStream().toList();
    }

    public Optional<Approvable> find(String kind) {
        return all.orderedStream().filter(a -> a.kind().equals(kind)).findFirst();
    }

    public Approvable of(String kind) {
        return find(kind).orElseThrow(NotFound::new);
    }

    /** Each kind with its word, for a choice. */
    public Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        all().forEach(a -> words.put(a.kind(), messages.say("approvable." + a.kind())));
        return words;
    }
}
