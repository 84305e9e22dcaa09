package org.zongwu.kernel;

/** A module that can fill the example school with a term of its own work. Used by {@code demo} and by tests only. */
public interface SampleData {
    /** Modules with a lower order have already been filled. */
    int order();

    /** Writes within transactions of its own, through the module's own rules. */
    void create(SampleSchool school);

    /** The example school: invented, deterministic, the same on every machine. */
    interface SampleSchool {
        long schoolId();

        /** The person who holds this duty in the example school. */
        Actor actor(Duty duty);

        /** The term that is summed up, and the one it is compared with does not exist yet. */
        Span term();

        java.util.random.RandomGenerator random();

        /** Says what is being done, on the console. */
        void progress(String messageKey, Object... args);
    }
}
