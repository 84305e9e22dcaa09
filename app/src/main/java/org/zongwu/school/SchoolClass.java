package org.zongwu.school;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class is a cohort and a number: {@code 2025级3班} for its whole life, whatever grade it is in. */
public record SchoolClass(UUID id, int entryYear, int number, String title, @Nullable UUID headTeacherId) {}
