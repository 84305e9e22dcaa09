package org.zongwu.engine;

import java.util.List;
import java.util.Optional;

/** The schools of this instance. */
public interface Schools {
    List<School> all();

    Optional<School> find(long schoolId);

    Optional<School> findByCode(String code);

    /** Opens a new school, with nothing in it yet. */
    School open(String code, String name, boolean demo);

    /** @param demo an example school: shown on every page, its accounts have known passwords */
    record School(long id, String code, String name, boolean demo) {}
}
