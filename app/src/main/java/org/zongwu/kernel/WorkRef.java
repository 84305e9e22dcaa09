package org.zongwu.kernel;

import java.util.List;
import java.util.UUID;

/** Points to a document of any module: {@code type} is its table, as {@code stores.issue}; {@code no} what people call it. */
public record WorkRef(String type, UUID id, String no) {
    /** The ids of one type among them. */
    public static List<UUID> ids(List<WorkRef> all, String type) {
        return all.stream().filter(r -> r.type().equals(type)).map(WorkRef::id).toList();
    }
}
