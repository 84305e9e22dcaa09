package org.zongwu.imports.template;

import java.util.Comparator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zongwu.imports.mapping.TemplateFields;
import org.zongwu.kernel.Actor;
import org.zongwu.kernel.Duty;
import org.zongwu.kernel.ImportTemplate;
import org.zongwu.web.Messages;

/** What modules take from spreadsheets, in the order in which an office brings it. */
@Component
public class Catalogue {
    private final List<ImportTemplate> templates;
    private final Messages messages;

    public Catalogue(List<ImportTemplate> templates, Messages messages) {
        this.templates = templates.stream().sorted(Comparator.comparingInt(ImportTemplate::order).thenComparing(ImportTemplate::id)).toList();
        this.messages = messages;
    }

    public List<ImportTemplate> all() {
        return templates;
    }

    public List<ImportTemplate> of(Actor actor) {
        return templates.stream().filter(t -> t.duties().stream().anyMatch(actor::holds)).toList();
    }

    public Optional<ImportTemplate> find(Actor actor, String id) {
        return of(actor).stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** Whether anybody may import it; who may not is told so, and not that it does not exist. */
    public boolean exists(String id) {
        return templates.stream().anyMatch(t -> t.id().equals(id));
    }

    public Duty[] duties() {
        return templates.stream().flatMap(t -> t.duties().stream()).distinct().toArray(Duty[]::new);
    }

    public TemplateFields fields(ImportTemplate template) {
        return TemplateFields.of(template, key -> messages.first(keys(key)), this::spoken);
    }

    public String title(String id) {
        return messages.first(keys("import." + id));
    }

    /** The words of a key in every language, from the first of its places that has any. */
    private List<String> spoken(String key) {
        return Arrays.stream(keys(key)).map(messages::inEveryLanguage).filter(w -> !w.isEmpty()).findFirst().orElse(List.of());
    }

    /** A template of its own words has them; one that follows from a register says what the register says. */
    private static String[] keys(String key) {
        var register = key.substring("import.".length());
        return new String[] {key, register + ".title", register, "label." + register.substring(register.lastIndexOf('.') + 1)};
    }
}
