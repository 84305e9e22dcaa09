package org.zongwu.notices.inbox;

import java.util.List;
import java.util.Locale;
import org.jooq.JSONB;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.zongwu.web.Messages;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Says a notice: its sentence with what was kept of it, in the reader's language. A text that is a message itself is said too. */
@Component
public class NoticeText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Messages messages;

    NoticeText(Messages messages) {
        this.messages = messages;
    }

    public JSONB keep(List<Object> args) {
        return JSONB.valueOf(JSON.writeValueAsString(args));
    }

    public String say(String kind, JSONB args) {
        var said = JSON.readValue(args.data(), new TypeReference<List<Object>>() {}).stream().map(a -> a instanceof String key && key.indexOf('.') > 0 && messages.has(key) ? messages.say(key) : a).toArray();
        return messages.say("notice." + kind, said);
    }

    /** For an outlet, which has no reader's language: in Chinese. */
    public String sayOutside(String kind, JSONB args) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            return say(kind, args);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
